import { badUserInput } from '@resident-graph/subgraph-kit';
import type { Database, Requester } from '@resident-graph/subgraph-kit';
import { randomUUID } from 'node:crypto';

import { nicknameRoot, textHash } from '../linkage/index.ts';
import type { Question, SearchInput } from './question.ts';
import { searchKeys } from './search-keys.ts';

const minute = 60_000;

/** What one caller may ask. A caseworker asks some dozens of times a day, and may ask in a hurry. */
const most = {
  perMinute: 120,
  perDay: 2_000,
  /** Birth dates, or ends of numbers, tried on one name, address, phone or e-mail address in a day. */
  guesses: 20,
  /** On all of them together. */
  guessesPerDay: 300,
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
 * guesses are told apart by hashes, from which who reads the table can find them by trying, and forgotten with the first
 * question of another day (UTC). The same is done whoever is asked for, and before
 * anybody is looked up.
 */
export async function recordQuestion(
  database: Database,
  requester: Requester | null,
  kind: 'SEARCH' | 'MATCH',
  question: Question,
): Promise<void> {
  const { subject, agency, purposeOfUse } = requester ?? nobody;
  const now = new Date().toISOString();
  const identifiers = Object.entries(question).flatMap(([name, value]) => (value === null ? [] : [name]));
  const id = randomUUID().replaceAll('-', '');
  const entry = { id, at: now, subject, agency, purpose: purposeOfUse, kind };
  await database('search_log').insert({ ...entry, identifiers: identifiers.join(' ') });
  const day = now.slice(0, 10);
  const guesses = guessesOf(question).map((guess) => ({ subject, day, ...guess }));
  await forgetGuesses(database, day);
  if (guesses.length > 0) await keepGuesses(database, guesses);
  await refuseExcess(database, subject, now, [...new Set(guesses.map(({ aim }) => aim))]);
}

const lastForgotten = new WeakMap<Database, string>();

/** What was tried before today is forgotten with the first question of a day, whatever that tries. */
async function forgetGuesses(database: Database, day: string): Promise<void> {
  if (lastForgotten.get(database) === day) return;
  await database('search_guesses').where('day', '<', day).delete();
  lastForgotten.set(database, day);
}

async function keepGuesses(database: Database, guesses: readonly object[]): Promise<void> {
  await database('search_guesses').insert(guesses).onConflict(['subject', 'day', 'aim', 'guess']).ignore();
}

async function refuseExcess(
  database: Database,
  subject: string,
  now: string,
  aims: readonly number[],
): Promise<void> {
  const day = now.slice(0, 10);
  const minuteAgo = new Date(Date.parse(now) - minute).toISOString();
  const asked = (from: string) =>
    database('search_log').where({ subject }).where('at', '>', from).count({ questions: '*' });
  const tried = database('search_guesses')
    .where({ subject, day })
    .whereIn('aim', aims.length === 0 ? [0] : aims)
    .groupBy('aim')
    .count({ guesses: '*' });
  const triedInDay = database('search_guesses').where({ subject, day }).count({ guesses: '*' });
  const row = await database('search_state')
    .select({
      inMinute: asked(minuteAgo),
      inDay: asked(day),
      guesses: database.max('guesses').from(tried.as('tried')),
      guessesInDay: triedInDay,
    })
    .first();
  const { inMinute, inDay, guesses, guessesInDay } = row as Readonly<Record<string, number | null>>;
  if (Number(inMinute) > most.perMinute)
    throw badUserInput(`At most ${most.perMinute} searches are answered in a minute; wait for one.`, 'input');
  if (Number(inDay) > most.perDay)
    throw badUserInput(`At most ${most.perDay} searches are answered in a day; ask again tomorrow.`, 'input');
  // Names that are spelt alike but sound otherwise are other names, so there is a bound on all together.
  if (Number(guessesInDay) > most.guessesPerDay)
    throw badUserInput(
      `At most ${most.guessesPerDay} birth dates and ends of numbers are tried in a day; ask again tomorrow.`,
      'input',
    );
  if (Number(guesses) > most.guesses)
    throw badUserInput(
      `At most ${most.guesses} birth dates or ends of numbers are tried with one name, address, phone or e-mail address in a day.`,
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
    surname !== null
      ? [`surname ${searchKeys.sound.of(surname)}`]
      : givenName !== null
        ? [`given ${nicknameRoot(givenName)}`]
        : [];
  const contacts = [addressLine, phone, email].filter((value) => value !== null);
  if (names.length + contacts.length > 0) return [...names, ...contacts];
  const rest =
    kind === 'number'
      ? (question.birthDate ?? question.partialBirthDate)
      : question.socialSecurityNumberLastFour;
  return [rest ?? postalCode ?? ''];
}
