import type { GraphQLFormattedError } from 'graphql';

import type { Database } from '../database/index.ts';
import { executeRequest } from '../subgraph/index.ts';
import type { Subgraph, SubgraphRequest } from '../subgraph/index.ts';

/** An answer as a client would read it. */
export interface OperationAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Asks a subgraph over a database, without a server between and without any rule for its labels. */
export async function executeOperation(
  subgraph: Subgraph,
  database: Database,
  request: SubgraphRequest,
): Promise<OperationAnswer> {
  const { result } = await executeRequest(subgraph, database, request, 'everything');
  return JSON.parse(JSON.stringify(result)) as OperationAnswer;
}
