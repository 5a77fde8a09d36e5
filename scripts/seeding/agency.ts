import type { Subgraph } from '@resident-graph/subgraph-kit';
import type { AgencyRecorder } from '../population/index.ts';

/** An agency with what a seed needs of it: the migrations of its subgraph, and its way of writing people down. */
export interface Agency {
  readonly subgraph: Subgraph;
  readonly recorder: AgencyRecorder;
}
