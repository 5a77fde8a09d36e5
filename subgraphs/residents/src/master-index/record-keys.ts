import type { Knex } from '@resident-graph/subgraph-kit';

import { RecordTable, candidateKeys, personComparisons, type PersonRecord } from '../linkage/index.ts';

/** A value whose frequency counts, of one comparison. */
export interface ValueKey {
  readonly comparison: number;
  readonly name: string;
  readonly hash: number;
}

/** Keeps the keys of a record, and its values whose frequencies count, in place of those that it had before. */
export async function keepKeys(
  transaction: Knex.Transaction,
  record: string,
  person: PersonRecord,
): Promise<void> {
  const table = new RecordTable(1);
  table.add(person);
  await transaction('record_keys').where({ record_id: record }).delete();
  const keys = candidateKeys(table).flatMap(({ name, key }) => {
    const hash = key(0);
    return hash === 0 ? [] : [{ record_id: record, name, hash }];
  });
  const values = valueKeys(table).map(({ name, hash }) => ({ record_id: record, name, hash }));
  const rows = [...keys, ...values];
  if (rows.length > 0) await transaction('record_keys').insert(rows);
}

/** The values of the first record of a table whose frequencies count. */
export function valueKeys({ columns }: RecordTable): readonly ValueKey[] {
  return personComparisons.flatMap(({ frequency, name }, comparison) => {
    if (frequency === null) return [];
    const { codes, dictionary } = columns[frequency];
    const value = dictionary.value(codes[0] ?? 0);
    return value === '' ? [] : [{ comparison, name: `value ${name}`, hash: hashOf(value) }];
  });
}

/** FNV-1a, 32 bits: two values in one count make both look commoner, which is the safe side. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
