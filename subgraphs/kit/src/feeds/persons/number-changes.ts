import { createHash } from 'node:crypto';

import type { Knex } from 'knex';

import type { Database } from '../../database/index.ts';
import { chunks } from '../../loaders/index.ts';
import type { IdentityKey } from '../identity-key.ts';
import type { PersonDeclaration } from './person-declaration.ts';
import { columnsOf, personOf } from './person-of.ts';
import type { OfferedPerson, PersonRow } from './person-of.ts';

/** What the feed has told of a local record. */
export interface FeedRow {
  readonly local_id: string;
  readonly record: string;
  /** Of what was told, so that what has not changed is not told again. */
  readonly digest: string;
  readonly sequence: number | string;
}

/** Whose persons, and what stands for their identifiers. */
export interface PersonSource {
  readonly agency: string;
  readonly persons: PersonDeclaration;
  readonly key: IdentityKey;
}

const changesAtOnce = 2000;
const rowsPerStatement = 200;

/**
 * Gives numbers to records that were written since, in one transaction; a record that says what it said before keeps
 * its number. Gives whether there is more to do.
 */
export async function numberChanges(database: Database, source: PersonSource): Promise<boolean> {
  const waiting: unknown = await database('person_changes').first('id');
  if (waiting === undefined) return false;
  return database.transaction(async (transaction) => {
    // The first statement locks: numbers are given by one at a time, and seen in their order.
    await transaction('feed_clock').increment('sequence', 0);
    const changes: readonly { readonly id: number; readonly local_id: string }[] = await transaction(
      'person_changes',
    )
      .orderBy('id')
      .limit(changesAtOnce)
      .select('id', 'local_id');
    const ids = [...new Set(changes.map(({ local_id }) => local_id))];
    await write(transaction, await changed(transaction, ids, source));
    // By their numbers: whoever writes at the same time has noted it under one of their own.
    await transaction('person_changes')
      .whereIn(
        'id',
        changes.map(({ id }) => id),
      )
      .delete();
    return changes.length === changesAtOnce;
  });
}

/** The persons of local ids, as they are now; without those whose row is gone. */
export async function readPersons(
  database: Database | Knex.Transaction,
  localIds: readonly string[],
  { persons, key }: Omit<PersonSource, 'agency'>,
): Promise<ReadonlyMap<string, OfferedPerson>> {
  const rows: readonly PersonRow[] = await database(persons.table)
    .whereIn(persons.key, [...localIds])
    .select(...columnsOf(persons));
  return new Map(rows.map((row) => [String(row[persons.key]), personOf(row, persons, key)]));
}

async function changed(
  transaction: Knex.Transaction,
  localIds: readonly string[],
  source: PersonSource,
): Promise<readonly Omit<FeedRow, 'sequence'>[]> {
  const persons = await readPersons(transaction, localIds, source);
  const told: readonly FeedRow[] = await transaction('person_feed').whereIn('local_id', [...localIds]);
  const digests = new Map(told.map(({ local_id, digest }) => [local_id, digest]));
  return localIds.flatMap((local_id) => {
    const person = persons.get(local_id);
    const known = digests.get(local_id);
    if (person === undefined && known === undefined) return [];
    const digest = digestOf(person ?? null);
    return digest === known
      ? []
      : [{ local_id, record: source.key.recordOf(source.agency, local_id), digest }];
  });
}

function digestOf(person: OfferedPerson | null): string {
  return createHash('sha256').update(JSON.stringify(person)).digest('hex');
}

async function write(
  transaction: Knex.Transaction,
  rows: readonly Omit<FeedRow, 'sequence'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const clock = await transaction<{ sequence: number | string }>('feed_clock').first('sequence');
  const first = Number(clock?.sequence ?? 0) + 1;
  const numbered = rows.map((row, at) => ({ ...row, sequence: first + at }));
  for (const piece of chunks(numbered, rowsPerStatement)) {
    // One after the other: a transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    await transaction('person_feed').insert(piece).onConflict('local_id').merge();
  }
  await transaction('feed_clock').update({ sequence: first + rows.length - 1 });
}
