import {
  RecordTable,
  cluster,
  clusterRecords,
  createNumberTokenizer,
  decideRecords,
  probabilityOf,
  scoreRecords,
  type Decision,
  type Edges,
  type Scored,
} from '@resident-graph/residents-subgraph/linkage';

import { personRecordOf, readPopulationFile } from './population-file.ts';
import { pairsWithin, qualityOf, qualityOfGroups, type Quality } from './quality.ts';

export interface PopulationFigures {
  readonly records: number;
  readonly people: number;
  readonly candidates: number;
  readonly clusters: Quality;
  /** Pairs that the policy links by itself. */
  readonly automatic: Quality;
  /** Pairs of groups that a person is asked about, for each 100 records. */
  readonly reviewsPer100: number;
  /** Share of pairs of one person among those of a probability of at least .99. */
  readonly trueAtCertain: number;
  /** Processor seconds from the first byte of the file to the last group. */
  readonly cpuSeconds: number;
  readonly recordsPerCpuSecond: number;
  readonly peakMegabytes: number;
}

/** Links the records of a file that `writePopulationFile` wrote; meant for a process of its own. */
export async function measurePopulation(file: string, records: number): Promise<PopulationFigures> {
  const begun = process.cpuUsage();
  const { table, truth } = await load(file, records);
  const scored = scoreRecords(table);
  const groups = clusterRecords(table, scored);
  const { user, system } = process.cpuUsage(begun);
  const cpuSeconds = (user + system) / 1e6;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const persons = Array.from(truth, String);
  return {
    records: table.count,
    people: new Set(persons).size,
    candidates: scored.edges.count,
    clusters: qualityOfGroups(groups, persons),
    ...policyFigures(table, scored, truth),
    trueAtCertain: shareTrue(scored.edges, truth),
    cpuSeconds,
    recordsPerCpuSecond: table.count / cpuSeconds,
    peakMegabytes,
  };
}

async function load(file: string, records: number): Promise<{ table: RecordTable; truth: Uint32Array }> {
  // The population is generated, so the key of its numbers is no secret.
  const tokenize = createNumberTokenizer(new Uint8Array(32).fill(7));
  const [table, truth] = [new RecordTable(records), new Uint32Array(records)];
  await readPopulationFile(file, (written) => {
    truth[table.count] = Number(written.person);
    table.add(personRecordOf(written, tokenize));
  });
  return { table, truth };
}

function policyFigures(
  table: RecordTable,
  scored: Scored,
  truth: Uint32Array,
): Pick<PopulationFigures, 'automatic' | 'reviewsPer100'> {
  const decisions = decideRecords(scored);
  const linked = edgesOf(scored.edges, decisions, 'link');
  const groups = cluster(table.count, linked, { leastWeight: 0, guard: 0, weight: scored.scorer.weight });
  const automatic = qualityOf(countTrue(linked, truth), linked.count, pairsWithin(Array.from(truth)));
  const asked = new Set<number>();
  const reviews = edgesOf(scored.edges, decisions, 'review');
  for (let edge = 0; edge < reviews.count; edge += 1) {
    const [one, other] = [groups[reviews.ones[edge]!]!, groups[reviews.others[edge]!]!];
    if (one !== other) asked.add(Math.min(one, other) * table.count + Math.max(one, other));
  }
  return { automatic, reviewsPer100: (100 * asked.size) / table.count };
}

function edgesOf(edges: Edges, decisions: readonly Decision[], wanted: Decision): Edges {
  const chosen = Uint32Array.from(decisions.flatMap((decision, edge) => (decision === wanted ? [edge] : [])));
  return {
    count: chosen.length,
    ones: chosen.map((edge) => edges.ones[edge]!),
    others: chosen.map((edge) => edges.others[edge]!),
    weights: Float32Array.from(chosen, (edge) => edges.weights[edge]!),
  };
}

function countTrue({ count, ones, others }: Edges, truth: Uint32Array): number {
  let right = 0;
  for (let edge = 0; edge < count; edge += 1) if (truth[ones[edge]!] === truth[others[edge]!]) right += 1;
  return right;
}

function shareTrue({ count, ones, others, weights }: Edges, truth: Uint32Array): number {
  let [right, all] = [0, 0];
  for (let edge = 0; edge < count; edge += 1) {
    if (probabilityOf(weights[edge]!) < 0.99) continue;
    all += 1;
    if (truth[ones[edge]!] === truth[others[edge]!]) right += 1;
  }
  return right / Math.max(1, all);
}
