import { badUserInput } from '@resident-graph/subgraph-kit';
import type { Database, Requester } from '@resident-graph/subgraph-kit';
import { randomUUID } from 'node:crypto';

import { nicknameRoot, textHash } from '../linkage/index.ts';
import type { Question, SearchInput } from './question.ts';
import { searchKeys } from './search-keys.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** What one caller may ask. A caseworker asks some dozens of times a day, and may ask in a hurry. */
const most = {
  perMinute: 120,
  perDay: 2_000,
  /** Birth dates, or ends of numbers, tried on one name, address, phone or e-mail address in a day. */
  guesses: 20,
} as const;

/** What could be learned by trying, because a question that agrees answers otherwise than one that does not. */
const guessed: readonly (keyof SearchInput)[] = [
  'birthDate',
  'partialBirthDate',
  'socialSecurityNumberLastFour',
];

/** The caller where a request came without the gateway's word for one, which only development allows. */
const nobody = { subject: '', agency: '', purposeOfUse: null };

/**
 * Records a question, and then refuses one too many: of a caller in a minute or a day, and with another birth date or
 * number for the same name in a day. What is recorded is who asked what for and by which identifiers, no values;
 * guesses are told apart by hashes, and forgotten after a day. The same is done whoever is asked for, and before
 * anybody is looked up.
 */
export async function recordQuestion(
  database: Database,
  requester: Requester | null,
  kind: 'SEARCH' | 'MATCH',
  question: Question,
): Promise<void> {
  const { subject, agency, purposeOfUse } = requester ?? nobody;
  const now = Date.now();
  const at = new Date(now).toISOString();
  const guesses = guessesOf(question).map((guess) => ({ subject, at, ...guess }));
  const identifiers = Object.entries(question).flatMap(([name, value]) => (value === null ? [] : [name]));
  const entry = { id: randomUUID().slice(0, 26), at, subject, agency, purpose: purposeOfUse, kind };
  await database.transaction(async (transaction) => {
    await transaction('search_log').insert({ ...entry, identifiers: identifiers.join(' ') });
    if (guesses.length === 0) return;
    await transaction('search_guesses').where({ subject }).where('at', '<', since(now, day)).delete();
    await transaction('search_guesses').insert(guesses).onConflict(['subject', 'aim', 'guess']).ignore();
  });
  await refuseExcess(database, subject, now, [...new Set(guesses.map(({ aim }) => aim))]);
}

async function refuseExcess(
  database: Database,
  subject: string,
  now: number,
  aims: readonly number[],
): Promise<void> {
  const asked = (from: string) =>
    database('search_log').where({ subject }).where('at', '>', from).count({ questions: '*' });
  const row = await database('search_state')
    .select({ inMinute: asked(since(now, minute)), inDay: asked(since(now, day)) })
    .first();
  const { inMinute, inDay } = row as Readonly<Record<string, number>>;
  if (Number(inMinute) > most.perMinute)
    throw badUserInput(`At most ${most.perMinute} searches are answered in a minute; wait for one.`, 'input');
  if (Number(inDay) > most.perDay)
    throw badUserInput(`At most ${most.perDay} searches are answered in a day; ask again tomorrow.`, 'input');
  if (aims.length === 0) return;
  const tried: readonly { guesses: number | string }[] = await database('search_guesses')
    .where({ subject })
    .whereIn('aim', aims)
    .groupBy('aim')
    .count({ guesses: '*' });
  if (tried.some(({ guesses }) => Number(guesses) > most.guesses))
    throw badUserInput(
      `At most ${most.guesses} birth dates or ends of numbers are tried with the same name or address in a day; see which is right.`,
      'input',
    );
}

/** What is tried, on each of what it is tried on. */
function guessesOf(question: Question): readonly { readonly aim: number; readonly guess: number }[] {
  const tried = guessed.flatMap((argument) => {
    const value = question[argument];
    return value === null ? [] : [{ argument, value }];
  });
  return tried.flatMap(({ argument, value }) => {
    const kind = argument === 'socialSecurityNumberLastFour' ? 'number' : 'date';
    return aimsOf(question, kind).map((aim) => ({
      aim: textHash(`${kind}|${aim}`) | 0,
      guess: textHash(value) | 0,
    }));
  });
}

/** Names by their sound, so that another spelling is no other name. */
function aimsOf(question: Question, kind: 'number' | 'date'): readonly string[] {
  const { givenName, surname, addressLine, postalCode, phone, email } = question;
  const names =
    surname !== null ? [`surname ${searchKeys.sound.of(surname)}`] : givenName !== null ? [`given ${nicknameRoot(givenName)}`] : [];
  const contacts = [addressLine, phone, email].filter((value) => value !== null);
  if (names.length + contacts.length > 0) return [...names, ...contacts];
  const rest = kind === 'number' ? (question.birthDate ?? question.partialBirthDate) : question.socialSecurityNumberLastFour;
  return [rest ?? postalCode ?? ''];
}

function since(now: number, period: number): string {
  return new Date(now - period).toISOString();
}
