import {
  RecordTable,
  assignOneToOne,
  clusterRecords,
  scoreRecords,
  type Scored,
} from '@resident-graph/residents-subgraph/linkage';

import type { TrueRecords } from './public-sets.ts';
import { qualityOf, qualityOfGroups, type Quality } from './quality.ts';

export interface PublicFigures extends Quality {
  readonly records: number;
  readonly candidates: number;
}

/** Links a public set: one to one where it has two sources, by clusters otherwise. */
export function measurePublicSet({ records, truth, ofFirstSource }: TrueRecords): PublicFigures {
  const table = new RecordTable(records.length);
  for (const record of records) table.add(record);
  const scored = scoreRecords(
    table,
    ofFirstSource === null ? {} : betweenSources(ofFirstSource, table.count),
  );
  const quality =
    ofFirstSource === null
      ? qualityOfGroups(clusterRecords(table, scored), truth)
      : qualityOfAssignment(scored, truth, ofFirstSource);
  return { ...quality, records: table.count, candidates: scored.edges.count };
}

function betweenSources(first: number, count: number): Parameters<typeof scoreRecords>[1] {
  return { isWanted: (one, other) => one < first !== other < first, allPairs: first * (count - first) };
}

function qualityOfAssignment({ edges }: Scored, truth: readonly string[], wanted: number): Quality {
  const evenOdds = 0;
  const found = assignOneToOne(edges, evenOdds);
  const right = found.filter((edge) => truth[edges.ones[edge]!] === truth[edges.others[edge]!]);
  return qualityOf(right.length, found.length, wanted);
}
