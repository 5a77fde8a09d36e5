import type { Knex } from '@resident-graph/subgraph-kit';

import type { PersonRecord } from '../linkage/index.ts';
import { hashesOf, recordKeysOf } from './record-keys.ts';

const rowsPerStatement = 200;
const keysPerStatement = 5_000;
const hashesPerStatement = 1_000;

/** Keeps the keys of many records that are new to the index, and counts their values. */
export async function keepNewKeys(
  transaction: Knex.Transaction,
  records: readonly { readonly id: string; readonly person: PersonRecord }[],
): Promise<void> {
  const last = await transaction<{ number: number | null }>('record_numbers')
    .max({ number: 'number' })
    .first();
  const keysOfAll = recordKeysOf(records.map(({ person }) => person));
  const kept = records.map(({ id }, at) => {
    return { id, number: (last?.number ?? 0) + 1 + at, hashes: hashesOf(keysOfAll[at]!) };
  });
  const rows = kept.map(({ id, number, hashes }) => ({
    number,
    record_id: id,
    kept: JSON.stringify(hashes),
  }));
  await transaction.batchInsert('record_numbers', rows, rowsPerStatement);
  // In their order, so that millions of them are written side by side.
  const keys = kept
    .flatMap(({ number, hashes }) => hashes.keys.map((hash) => ({ hash, number })))
    .sort((one, other) => one.hash - other.hash);
  await insertNumbers(
    transaction,
    'record_keys (hash, number)',
    keys.map(({ hash, number }) => `(${hash},${number})`),
  );
  await countAll(transaction, countsOf(kept.flatMap(({ hashes }) => hashes.values)));
}

function countsOf(hashes: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const hash of hashes.toSorted((one, other) => one - other))
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

/** What is there already is raised, all values of one number of records together; the rest is inserted. */
async function countAll(transaction: Knex.Transaction, counts: ReadonlyMap<number, number>): Promise<void> {
  const known = await knownAmong(transaction, [...counts.keys()]);
  const raised = new Map<number, number[]>();
  for (const hash of known) {
    const by = counts.get(hash) ?? 0;
    const alike = raised.get(by);
    if (alike === undefined) raised.set(by, [hash]);
    else alike.push(hash);
  }
  for (const [by, hashes] of raised) {
    for (const some of inParts(hashes, hashesPerStatement)) {
      // oxlint-disable-next-line no-await-in-loop
      await transaction('value_counts').whereIn('hash', some).increment('records', by);
    }
  }
  const rest = [...counts].filter(([hash]) => !known.has(hash));
  await insertNumbers(
    transaction,
    'value_counts (hash, records)',
    rest.map(([hash, records]) => `(${hash},${records})`),
  );
}

async function knownAmong(
  transaction: Knex.Transaction,
  hashes: readonly number[],
): Promise<ReadonlySet<number>> {
  const known = new Set<number>();
  for (const some of inParts(hashes, hashesPerStatement)) {
    // oxlint-disable-next-line no-await-in-loop
    const rows: readonly { hash: number }[] = await transaction('value_counts')
      .whereIn('hash', some)
      .select('hash');
    for (const { hash } of rows) known.add(hash);
  }
  return known;
}

/** Whole numbers of our own making stand in the statement as they are: it is much faster. */
async function insertNumbers(
  transaction: Knex.Transaction,
  table: string,
  rows: readonly string[],
): Promise<void> {
  for (const some of inParts(rows, keysPerStatement)) {
    // oxlint-disable-next-line no-await-in-loop
    await transaction.raw(`insert into ${table} values ${some.join(',')}`);
  }
}

function inParts<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
