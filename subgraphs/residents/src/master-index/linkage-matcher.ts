import type { Knex } from '@resident-graph/subgraph-kit';

import {
  RecordTable,
  contradictionsOf,
  createPolicy,
  createScorer,
  personComparisons,
  type Frequencies,
  type LinkageModel,
  type PersonRecord,
} from '../linkage/index.ts';
import type { Match, Matcher } from './matcher.ts';
import { keepKeys, valueKeys } from './record-keys.ts';

/** As many records of one key at most; a key of more tells nobody apart. */
const largestBlock = 200;

/**
 * A matcher that weighs a record against the index by a fitted model: candidates are records that share a kept key, found by
 * equality in one statement, and frequencies are those of the whole index.
 */
export function createLinkageMatcher(model: LinkageModel): Matcher {
  const decide = createPolicy(personComparisons);
  const isContradicted = contradictionsOf(personComparisons);
  return {
    find: async (transaction, record, person) => {
      const table = new RecordTable();
      table.add(JSON.parse(person) as PersonRecord);
      await keepKeys(transaction, record, JSON.parse(person) as PersonRecord);
      const candidates = await candidatesOf(transaction, record);
      for (const candidate of candidates) table.add(JSON.parse(candidate.person) as PersonRecord);
      const frequencies = await frequenciesOf(transaction, table);
      const scorer = createScorer(table, personComparisons, model, frequencies);
      return candidates.map(({ id }, at): Match => {
        const levels = scorer.levels(0, at + 1);
        const weight = scorer.weightOf(levels, 0);
        return {
          record: id,
          weight,
          decision: decide(levels, weight),
          isContradicted: isContradicted(levels),
        };
      });
    },
  };
}

async function candidatesOf(
  transaction: Knex.Transaction,
  record: string,
): Promise<readonly { readonly id: string; readonly person: string }[]> {
  const own: readonly { name: string; hash: number | string }[] = await transaction('record_keys')
    .where({ record_id: record })
    .whereNot('name', 'like', 'value %')
    .select('name', 'hash');
  const ids = new Set<string>();
  for (const key of own) {
    // One after the other: a transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    const sharing: readonly { record_id: string }[] = await transaction('record_keys')
      .where(key)
      .limit(largestBlock + 1)
      .select('record_id');
    if (sharing.length > largestBlock) continue;
    for (const { record_id } of sharing) ids.add(record_id);
  }
  ids.delete(record);
  return transaction<{ id: string; person: string; is_active: number }>('local_records')
    .whereIn('id', [...ids])
    .where('is_active', 1)
    .orderBy('id')
    .select('id', 'person');
}

async function frequenciesOf(transaction: Knex.Transaction, table: RecordTable): Promise<Frequencies> {
  const shares: ((() => number) | null)[] = personComparisons.map(() => null);
  const all = await countOf(transaction('local_records'));
  for (const { comparison, name, hash } of valueKeys(table)) {
    // oxlint-disable-next-line no-await-in-loop
    const alike = await countOf(transaction('record_keys').where({ name, hash }));
    shares[comparison] = () => Math.max(1, alike) / Math.max(1, all);
  }
  return { shares, togetherness: () => 0 };
}

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  const [row] = await rows.count({ records: '*' });
  return Number(row.records);
}
