import { guardedFetch } from '../../guarded-fetch.ts';
import type { SubgraphAnswer } from '../../subgraph-client/index.ts';
import type { DataRecord } from '../data/index.ts';
import { createRecord } from '../data/index.ts';
import type { CompiledFetch } from '../fetches/index.ts';
import type { Run } from './run.ts';

/** Sends a fetch with the variables that its text uses. */
export function askAgency(
  { client, guard, context, requestId, signal, variables }: Run,
  { agency, query, operationName, variables: used }: CompiledFetch,
  own: Readonly<DataRecord> = {},
): Promise<SubgraphAnswer> {
  const sent = createRecord();
  for (const [name, clientName] of used) {
    if (Object.hasOwn(variables, clientName)) sent[name] = variables[clientName];
  }
  for (const [name, value] of Object.entries(own)) sent[name] = value;
  const request = { agency, query, operationName, variables: sent, requestId, signal, context };
  return guardedFetch(client, guard, request);
}
