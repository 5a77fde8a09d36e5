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
import { bothNames, keepKeys, type KeptKey, type ValueKey } from './record-keys.ts';

/**
 * A matcher that weighs a record against the index by a fitted model.
 *
 * 1. The record's keys are kept, and its values counted.
 * 2. Candidates are records that share a key, found by equality in one statement and read in another. A key that more
 *    records share than tell anybody apart finds none.
 * 3. Frequencies are those of the whole index, and so is the chance that any record is of the same person.
 */
export function createLinkageMatcher(model: LinkageModel): Matcher {
  const decide = createPolicy(personComparisons);
  const isContradicted = contradictionsOf(personComparisons);
  return {
    find: async (transaction, record, person) => {
      const table = new RecordTable();
      const written = JSON.parse(person) as PersonRecord;
      table.add(written);
      const { keys, values, records } = await keepKeys(transaction, record, written);
      const candidates = await candidatesOf(transaction, record, keys);
      for (const candidate of candidates) table.add(JSON.parse(candidate.person) as PersonRecord);
      const counts = await countsOf(transaction, values, records);
      const present = { ...model, share: sharesAmong(model, counts.records) };
      const scorer = createScorer(table, personComparisons, present, frequenciesOf(counts, values, model));
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
  keys: readonly KeptKey[],
): Promise<readonly { readonly id: string; readonly person: string }[]> {
  const numbers = keys.length === 0 ? [] : await numbersOf(transaction, keys);
  const rows = await transaction('record_numbers')
    .join('local_records', 'local_records.id', 'record_numbers.record_id')
    .whereIn('number', numbers)
    .where({ is_active: 1 })
    .whereNot({ id: record })
    .orderBy('id')
    .select('id', 'person');
  return rows as readonly { readonly id: string; readonly person: string }[];
}

/** One look-up for each key; one record more than a block may have shows that it is too large. */
async function numbersOf(
  transaction: Knex.Transaction,
  keys: readonly KeptKey[],
): Promise<readonly number[]> {
  const lookups = keys.map(({ hash, largestBlock }, at) => {
    const sharing = transaction('record_keys')
      .where({ hash })
      .limit(largestBlock + 1)
      .select('number');
    return transaction.select('number', transaction.raw(`${at} as lookup`)).from(sharing.as(`sharing_${at}`));
  });
  const [first, ...rest] = lookups;
  const rows: readonly { number: number; lookup: number }[] = await first!.unionAll(rest);
  const blocks = new Map<number, number[]>();
  for (const { number, lookup } of rows) {
    const block = blocks.get(lookup);
    if (block === undefined) blocks.set(lookup, [number]);
    else block.push(number);
  }
  const small = [...blocks].filter(([lookup, { length }]) => length <= keys[lookup]!.largestBlock);
  return [...new Set(small.flatMap(([, block]) => block))];
}

interface Counts {
  /** How many records there are. */
  readonly records: number;
  readonly of: (value: ValueKey | undefined) => number;
}

async function countsOf(
  transaction: Knex.Transaction,
  values: readonly ValueKey[],
  present: number,
): Promise<Counts> {
  const rows: readonly { hash: number; records: number }[] = await transaction('value_counts')
    .whereIn(
      'hash',
      values.map(({ hash }) => hash),
    )
    .select('hash', 'records');
  const counts = new Map(rows.map(({ hash, records }) => [hash, records]));
  return {
    records: present,
    of: (value) => Math.max(1, value === undefined ? 1 : (counts.get(value.hash) ?? 1)),
  };
}

/** A record has so many others of the same person, however many there are of other people. */
function sharesAmong({ share, records }: LinkageModel, present: number): LinkageModel['share'] {
  const scale = Math.min(1, records / present);
  const [same, household] = [share.same * scale, share.household * scale];
  return { same, household, strangers: 1 - same - household };
}

function frequenciesOf(counts: Counts, values: readonly ValueKey[], model: LinkageModel): Frequencies {
  const valueOf = (name: string): ValueKey | undefined => values.find((value) => value.name === name);
  const shares = personComparisons.map(({ name }) => {
    const value = valueOf(name);
    return value === undefined ? null : () => counts.of(value) / counts.records;
  });
  const [given, surname, both] = ['givenName', 'surname', bothNames].map((name) => counts.of(valueOf(name)));
  // Of those who share both names some are the same person's own records.
  const own = (2 * model.share.same * model.pairs) / model.records;
  const apart = (given! * surname!) / counts.records;
  const bits = Math.log2(Math.max(1, both! - own) / Math.max(1, apart));
  return { shares, togetherness: () => Math.max(0, bits) };
}
