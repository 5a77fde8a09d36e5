import { RecordTable, emptyRecord, type PersonRecord } from '../linkage/index.ts';
import type { Candidate } from './candidates.ts';
import type { Profile } from './profile.ts';
import type { Question } from './question.ts';

/** The question as the first record of a table, and after it some records for each candidate. */
export interface ComparisonTable {
  readonly table: RecordTable;
  /** For each candidate the place of its first record and the place after its last. */
  readonly places: readonly (readonly [first: number, end: number])[];
}

/**
 * Puts question and candidates in a table, so that the linkage compares them. A resident has several names and
 * several addresses, and agrees as well as the best of them: they are spread over records, of which only what was
 * asked is filled in. Addresses and e-mail addresses are apart from names, because the linkage judges them by names.
 */
export function tabulate(question: Question, candidates: readonly Candidate[]): ComparisonTable {
  const table = new RecordTable();
  table.add(recordOf(question));
  const places = candidates.map(({ profile }) => {
    const first = table.count;
    for (const record of recordsOf(profile, question)) table.add(record);
    return [first, table.count] as const;
  });
  return { table, places };
}

function recordOf(question: Question): PersonRecord {
  const { givenName: given, surname, birthDate, addressLine, phone, email } = question;
  const socialSecurityNumber = numberOf(question.socialSecurityNumberLastFour);
  return { ...emptyRecord, given, surname, birthDate, socialSecurityNumber, addressLine, phone, email };
}

function recordsOf(profile: Profile, question: Question): readonly PersonRecord[] {
  const { names, birthDates, lastFours, lines, phones, emails } = profile;
  const asked = <Value>(argument: keyof Question, values: readonly Value[]): readonly Value[] =>
    question[argument] === null ? [] : values;
  const columns = {
    names: question.givenName === null && question.surname === null ? [] : names,
    birthDates: asked('birthDate', birthDates),
    lastFours: asked('socialSecurityNumberLastFour', lastFours),
    phones: asked('phone', phones),
  };
  const rows = Math.max(...Object.values(columns).map(({ length }) => length));
  const withNames = Array.from({ length: rows }, (_, at): PersonRecord => {
    const [given = null, middle = null, surname = null] = columns.names[at] ?? [];
    const birthDate = columns.birthDates[at] ?? null;
    const socialSecurityNumber = numberOf(columns.lastFours[at] ?? null);
    return {
      ...emptyRecord,
      given,
      middle,
      surname,
      birthDate,
      socialSecurityNumber,
      phone: columns.phones[at] ?? null,
    };
  });
  const ofAddresses = asked('addressLine', lines).map((addressLine) => ({ ...emptyRecord, addressLine }));
  const ofEmails = asked('email', emails).map((email) => ({ ...emptyRecord, email }));
  return [...withNames, ...ofAddresses, ...ofEmails];
}

/** The last four digits alone, in the clear on both sides: neither side has more here. */
function numberOf(lastFour: string | null): PersonRecord['socialSecurityNumber'] {
  return lastFour === null ? null : { number: null, lastFour, successor: null, deletions: [] };
}
