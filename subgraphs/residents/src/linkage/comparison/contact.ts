import type { RecordTable } from '../columns/index.ts';
import { missing, type Comparator, type Comparison } from './comparison.ts';
import { editDistance } from './edit-distance.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { givenName } from './given-name.ts';
import { memoised } from './memoised.ts';
import { surname as familyName } from './surname.ts';

/** Phone numbers: the same, with a slip of the pen, another. */
export const phone: Comparison = {
  name: 'phone',
  levels: ['exact', 'one edit', 'different'],
  household: 'shared',
  frequency: 'phone',
  contradicting: [],
  bind: ({ columns: { phone: column } }) =>
    bindValues(column, (one, other) => Math.min(2, editDistance(one, other, 1))),
};

/**
 * E-mail addresses: the same, with slips of the pen, the same person at another provider, another. Of people whose
 * names agree, an address that is made of the names says nothing new, unless it has a number besides.
 */
export const email: Comparison = {
  name: 'email',
  levels: ['exact', 'similar', 'local part', 'different'],
  household: 'shared',
  frequency: 'email',
  contradicting: [],
  bind: bindEmail,
};

/** Places of birth. */
export const birthPlace: Comparison = {
  name: 'birthPlace',
  levels: ['exact', 'similar', 'different'],
  household: 'shared',
  frequency: 'birthPlace',
  contradicting: [],
  bind: ({ columns: { birthPlace: column } }) =>
    bindValues(column, (one, other) => (jaroWinkler(one, other) >= 0.88 ? 1 : 2)),
};

/** What the person does for a living. */
export const occupation: Comparison = {
  name: 'occupation',
  levels: ['exact', 'different'],
  household: 'as strangers',
  frequency: 'occupation',
  contradicting: [],
  bind: ({ columns: { occupation: column } }) => bindValues(column, () => 1),
};

/** Sex. */
export const sex: Comparison = {
  name: 'sex',
  levels: ['exact', 'different'],
  household: 'as strangers',
  frequency: null,
  contradicting: ['different'],
  bind: ({ columns: { sex: column } }) => bindValues(column, () => 1),
};

/** The generation: Sr, Jr, III. */
export const suffix: Comparison = {
  name: 'suffix',
  levels: ['exact', 'different'],
  household: 'own',
  frequency: null,
  contradicting: ['different'],
  bind: ({ columns: { suffix: column } }) => bindValues(column, () => 1),
};

function bindEmail(table: RecordTable): Comparator {
  const { email: column, surname: surnameColumn } = table.columns;
  const compare = bindValues(column, levelOfEmail);
  const [given, family] = [givenName.bind(table), familyName.bind(table)];
  const isOfNames = (record: number): boolean => {
    const local = column.value(record).split('@')[0] ?? '';
    return isMadeOf(local, surnameColumn.value(record));
  };
  return (a, b) => {
    const level = compare(a, b);
    if (level === missing || level === 3) return level;
    const namesAgree = given(a, b) <= 3 && given(a, b) !== missing && family(a, b) <= 2;
    return namesAgree && (isOfNames(a) || isOfNames(b)) ? missing : level;
  };
}

/** Whether nothing but names and initials is left of a local part, or one digit. */
function isMadeOf(local: string, name: string): boolean {
  const letters = local.replaceAll(/[^a-z0-9]/g, '');
  const closedUp = name.replaceAll(' ', '');
  if (closedUp === '' || !letters.includes(closedUp)) return false;
  return (letters.match(/\d/g) ?? []).length < 2;
}

function levelOfEmail(one: string, other: string): number {
  const [local = '', domain] = one.split('@');
  const [localOfOther = '', domainOfOther] = other.split('@');
  if (local === localOfOther) return domain === domainOfOther ? 0 : 2;
  if (editDistance(one, other, 2) <= 2 || jaroWinkler(local, localOfOther) >= 0.93) return 1;
  return 3;
}

function bindValues(
  column: RecordTable['columns']['phone'],
  levelOf: (one: string, other: string) => number,
): Comparator {
  const { dictionary } = column;
  const judge = memoised((one, other) => levelOf(dictionary.value(one), dictionary.value(other)));
  return (a, b) => {
    const [one, other] = [column.code(a), column.code(b)];
    if (one === 0 || other === 0) return missing;
    return one === other ? 0 : judge(one, other);
  };
}
