import type { Database, Subgraph } from '@resident-graph/subgraph-kit';
import type { AgencyRecorder } from '../population/index.ts';

/** An agency with what a seed needs of it: its subgraph's migrations, its way of writing people down, what follows. */
export interface Agency {
  readonly subgraph: Subgraph;
  readonly recorder: AgencyRecorder;
  /** What the agency makes of its rows once all of them are there. */
  readonly finish?: (database: Database) => Promise<void>;
}
