import { candidateKeys, candidatePairs } from './candidates/index.ts';
import { cluster, type Edges } from './clustering/index.ts';
import type { RecordTable } from './columns/index.ts';
import { personComparisons } from './comparison/index.ts';
import { createPolicy, type Decision } from './decision/index.ts';
import {
  chanceAgreement,
  createScorer,
  fitModel,
  patternsOf,
  type LinkageModel,
  type Patterns,
  type Scorer,
} from './model/index.ts';
import { settings } from './settings.ts';

export interface LinkOptions {
  /** Pairs for which it is false are not compared: records of one source, where only others' are wanted. */
  readonly isWanted?: (one: number, other: number) => boolean;
  /** How many pairs `isWanted` lets through; those of all records with each other by default. */
  readonly allPairs?: number;
  /** Weighs by this model in place of fitting one. */
  readonly model?: LinkageModel;
}

/** Candidates with their weights, and the model that weighed them. */
export interface Scored {
  readonly edges: Edges;
  readonly patterns: Patterns;
  readonly scorer: Scorer;
  readonly model: LinkageModel;
  /** Blocks of records that were too large to compare. */
  readonly skippedBlocks: number;
}

/** Finds candidates among a table's records, fits a model to them unless one is given, and weighs them. */
export function scoreRecords(table: RecordTable, options: LinkOptions = {}): Scored {
  const wanted = options.isWanted === undefined ? {} : { isWanted: options.isWanted };
  const pairs = candidatePairs(table.count, candidateKeys(table), wanted);
  const patterns = patternsOf(table, pairs, personComparisons);
  const model = options.model ?? fitted(table, patterns, options);
  const scorer = createScorer(table, personComparisons, model);
  const weights = new Float32Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const from = patterns.ofPair[pair]! * patterns.width;
    weights[pair] = scorer.weightOf(patterns.levels, pairs.ones[pair]!, from);
  }
  return { edges: { ...pairs, weights }, patterns, scorer, model, skippedBlocks: pairs.skippedBlocks };
}

/** Divides the records into people: for each record the place of the first record of its person. */
export function clusterRecords(table: RecordTable, { edges, scorer }: Scored): Uint32Array {
  const { leastWeight, guard } = settings;
  return cluster(table.count, edges, { leastWeight, guard, weight: scorer.weight });
}

/** What the contradiction policy says of each candidate. */
export function decideRecords({ edges, patterns }: Scored): readonly Decision[] {
  const decide = createPolicy(personComparisons);
  return Array.from({ length: edges.count }, (_, pair) =>
    decide(levelsOf(patterns, pair), edges.weights[pair]!),
  );
}

function fitted(table: RecordTable, patterns: Patterns, { allPairs, isWanted }: LinkOptions): LinkageModel {
  return fitModel(personComparisons, patterns, {
    records: table.count,
    allPairs: allPairs ?? (table.count * (table.count - 1)) / 2,
    chance: chanceAgreement(table, personComparisons, settings.randomPairs, isWanted),
  });
}

function levelsOf({ levels, width, ofPair }: Patterns, pair: number): Int8Array {
  const from = ofPair[pair]! * width;
  return levels.subarray(from, from + width);
}
