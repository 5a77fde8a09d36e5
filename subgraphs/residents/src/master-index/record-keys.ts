import type { Knex } from '@resident-graph/subgraph-kit';

import {
  RecordTable,
  candidateKeys,
  personComparisons,
  textHash,
  type PersonRecord,
} from '../linkage/index.ts';

/** A key of a record as it is kept: 32 bits with a sign, the key's name among what was hashed. */
export interface KeptKey {
  readonly hash: number;
  /** As many other records at most share a key that tells people apart. */
  readonly largestBlock: number;
}

/** A value whose frequency counts. */
export interface ValueKey {
  /** What it is a value of: a comparison, or both names together. */
  readonly name: string;
  readonly hash: number;
}

/** What is kept of a record besides the record. */
export interface RecordKeys {
  readonly keys: readonly KeptKey[];
  readonly values: readonly ValueKey[];
}

/** What is kept of a record, in an index of so many records. */
export interface KeysAmongRecords extends RecordKeys {
  readonly records: number;
}

/** The value that given name and surname are together. */
export const bothNames = 'both names';

/** The keys of records, and their values whose frequencies count, in the records' order. */
export function recordKeysOf(people: readonly PersonRecord[]): readonly RecordKeys[] {
  const table = new RecordTable(people.length);
  for (const person of people) table.add(person);
  const keys = candidateKeys(table);
  return people.map((_, place) => ({
    keys: keys.flatMap(({ name, key, largestBlock }) => {
      const hash = key(place);
      return hash === 0 ? [] : [{ hash: textHash(`${name}|${hash}`) | 0, largestBlock }];
    }),
    values: valuesOf(table, place),
  }));
}

/** What is kept of a record, as numbers. */
interface Hashes {
  readonly keys: readonly number[];
  readonly values: readonly number[];
}

/** Keeps the keys of a record, and counts its values, in place of those that it had before. Gives them. */
export async function keepKeys(
  transaction: Knex.Transaction,
  record: string,
  person: PersonRecord,
): Promise<KeysAmongRecords> {
  const [recordKeys = { keys: [], values: [] }] = recordKeysOf([person]);
  const after = hashesOf(recordKeys);
  const { number, before, records } = await numberOf(transaction, record);
  const kept = JSON.stringify(after);
  if (before === null) await transaction('record_numbers').insert({ number, record_id: record, kept });
  else if (JSON.stringify(before) !== kept)
    await transaction('record_numbers').where({ number }).update({ kept });
  const { keys, values } = before ?? { keys: [], values: [] };
  await dropKeys(transaction, number, without(keys, after.keys));
  await addKeys(transaction, number, without(after.keys, keys));
  await countLess(transaction, without(values, after.values));
  await countMore(transaction, without(after.values, values));
  return { ...recordKeys, records };
}

/** The same in the form in which it is kept. */
export function hashesOf({ keys, values }: RecordKeys): Hashes {
  return { keys: distinct(keys), values: distinct(values) };
}

function distinct(hashes: readonly { readonly hash: number }[]): readonly number[] {
  return [...new Set(hashes.map(({ hash }) => hash))];
}

interface Numbered {
  readonly number: number;
  readonly before: Hashes | null;
  /** Numbers are given one after the other: the last says how many records there are without counting millions. */
  readonly records: number;
}

async function numberOf(transaction: Knex.Transaction, record: string): Promise<Numbered> {
  const latest = transaction('record_numbers').max({ last: 'number' }).as('latest');
  const found: { last: number | null; number: number | null; kept: string | null } = await transaction
    .from(latest)
    .leftJoin('record_numbers', 'record_numbers.record_id', transaction.raw('?', [record]))
    .first('latest.last', 'record_numbers.number', 'record_numbers.kept');
  const { last, number, kept } = found;
  if (number !== null && kept !== null)
    return { number, before: JSON.parse(kept) as Hashes, records: last ?? number };
  const next = (last ?? 0) + 1;
  return { number: next, before: null, records: next };
}

async function dropKeys(
  transaction: Knex.Transaction,
  number: number,
  keys: readonly number[],
): Promise<void> {
  if (keys.length > 0) await transaction('record_keys').where({ number }).whereIn('hash', keys).delete();
}

async function addKeys(
  transaction: Knex.Transaction,
  number: number,
  keys: readonly number[],
): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map((hash) => `(${hash},${number})`);
  await transaction.raw(`insert into record_keys (hash, number) values ${rows.join(',')}`);
}

async function countLess(transaction: Knex.Transaction, values: readonly number[]): Promise<void> {
  if (values.length > 0) await transaction('value_counts').whereIn('hash', values).decrement('records', 1);
}

async function countMore(transaction: Knex.Transaction, values: readonly number[]): Promise<void> {
  if (values.length === 0) return;
  await transaction('value_counts')
    .insert(values.map((hash) => ({ hash, records: 1 })))
    .onConflict('hash')
    .merge({ records: transaction.raw('value_counts.records + 1') });
}

function without(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.filter((value) => !others.includes(value));
}

function valuesOf({ columns }: RecordTable, place: number): readonly ValueKey[] {
  const valueOf = (field: keyof typeof columns): string => columns[field].value(place);
  const values = personComparisons.flatMap(({ frequency, name }) =>
    frequency === null ? [] : [{ name, value: valueOf(frequency) }],
  );
  const [given, surname] = [valueOf('given'), valueOf('surname')];
  const together = given === '' || surname === '' ? '' : `${given}|${surname}`;
  return [...values, { name: bothNames, value: together }].flatMap(({ name, value }) =>
    value === '' ? [] : [{ name, hash: textHash(`${name}|${value}`) | 0 }],
  );
}
