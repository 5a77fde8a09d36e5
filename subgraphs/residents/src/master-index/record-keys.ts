import type { Knex } from '@resident-graph/subgraph-kit';

import { RecordTable, candidateKeys, personComparisons, textHash, type PersonRecord } from '../linkage/index.ts';

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

/** The value that given name and surname are together. */
export const bothNames = 'both names';

/** The keys of a record, and its values whose frequencies count. */
export function recordKeysOf(person: PersonRecord): RecordKeys {
  const table = new RecordTable(1);
  table.add(person);
  return {
    keys: candidateKeys(table).flatMap(({ name, key, largestBlock }) => {
      const hash = key(0);
      return hash === 0 ? [] : [{ hash: textHash(`${name}|${hash}`) | 0, largestBlock }];
    }),
    values: valuesOf(table),
  };
}

/** Keeps the keys of a record, and counts its values, in place of those that it had before. Gives them. */
export async function keepKeys(
  transaction: Knex.Transaction,
  record: string,
  person: PersonRecord,
): Promise<RecordKeys> {
  const kept = recordKeysOf(person);
  const hashes = [...new Set(kept.values.map(({ hash }) => hash))];
  const known = await transaction<{ number: number; value_hashes: string }>('record_numbers')
    .where({ record_id: record })
    .first('number', 'value_hashes');
  const before = known === undefined ? [] : (JSON.parse(known.value_hashes) as readonly number[]);
  const number = known?.number ?? (await nextNumber(transaction));
  const value_hashes = JSON.stringify(hashes);
  if (known === undefined)
    await transaction('record_numbers').insert({ number, record_id: record, value_hashes });
  else {
    await transaction('record_keys').where({ number }).delete();
    if (known.value_hashes !== value_hashes)
      await transaction('record_numbers').where({ number }).update({ value_hashes });
  }
  const rows = [...new Set(kept.keys.map(({ hash }) => hash))].map((hash) => `(${hash},${number})`);
  if (rows.length > 0)
    await transaction.raw(`insert into record_keys (hash, number) values ${rows.join(',')}`);
  await count(transaction, hashes.filter((hash) => !before.includes(hash)), 1);
  await count(transaction, before.filter((hash) => !hashes.includes(hash)), -1);
  return kept;
}

function valuesOf({ columns }: RecordTable): readonly ValueKey[] {
  const valueOf = (field: keyof typeof columns): string => {
    const { codes, dictionary } = columns[field];
    return dictionary.value(codes[0] ?? 0);
  };
  const values = personComparisons.flatMap(({ frequency, name }) =>
    frequency === null ? [] : [{ name, value: valueOf(frequency) }],
  );
  const [given, surname] = [valueOf('given'), valueOf('surname')];
  const together = given === '' || surname === '' ? '' : `${given}|${surname}`;
  return [...values, { name: bothNames, value: together }].flatMap(({ name, value }) =>
    value === '' ? [] : [{ name, hash: textHash(`${name}|${value}`) | 0 }],
  );
}

async function count(transaction: Knex.Transaction, hashes: readonly number[], by: 1 | -1): Promise<void> {
  if (hashes.length === 0) return;
  if (by === -1) await transaction('value_counts').whereIn('hash', hashes).decrement('records', 1);
  else
    await transaction('value_counts')
      .insert(hashes.map((hash) => ({ hash, records: 1 })))
      .onConflict('hash')
      .merge({ records: transaction.raw('value_counts.records + 1') });
}

async function nextNumber(transaction: Knex.Transaction): Promise<number> {
  const last = await transaction<{ number: number | null }>('record_numbers').max({ number: 'number' }).first();
  return (last?.number ?? 0) + 1;
}
