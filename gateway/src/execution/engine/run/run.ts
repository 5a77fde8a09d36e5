import type { GraphQLSchema } from 'graphql';

import type { FetchGuard } from '../../executor.ts';
import type { SubgraphClient } from '../../subgraph-client/index.ts';
import type { DataRecord, ShownError } from '../data/index.ts';
import type { CompiledFetch } from '../fetches/index.ts';

/** One run of an operation's fetches. */
export interface Run {
  readonly fetches: readonly CompiledFetch[];
  readonly client: SubgraphClient;
  readonly guard: FetchGuard | undefined;
  /** Handed on with every fetch. */
  readonly context: unknown;
  readonly schema: GraphQLSchema;
  /** The client's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Whether an entity's answer serves all like fetches: in a mutation it may change from one to the next. */
  readonly sharesEntities: boolean;
  /** What the fetches fill. */
  readonly root: DataRecord;
  /** Errors of agencies that name no place in the answer. */
  readonly unplaced: ShownError[];
}
