import type { SubgraphAnswer, SubgraphClient } from '../../src/execution/index.ts';
import { createResilientClient, createSubgraphClient } from '../../src/execution/index.ts';
import { recordingLog } from '../fixtures/recording-log.ts';

const limits = {
  timeoutMilliseconds: 30_000,
  maximumAnswerBytes: 10_000,
  maximumAnswerDepth: 20,
  connections: 50,
  transport: 'minimal' as const,
  maximumFetches: 50,
  breakerFailures: 3,
  breakerRestMilliseconds: 60_000,
};

/** A client of agencies at these addresses, with the limits that the test changes. */
export function resilientClient(
  urls: Readonly<Record<string, string>>,
  changes: Partial<typeof limits> = {},
  log = recordingLog(),
): SubgraphClient {
  const agencies = Object.entries(urls).map(([name, url]) => ({ name, url }));
  const options = { ...limits, ...changes, agencies, log };
  return createResilientClient(createSubgraphClient(options), options);
}

/** Sends one fetch; a mutation is one that may not arrive twice. */
export function ask(
  client: SubgraphClient,
  { query = 'mutation { a }', agency = 'benefits', signal = new AbortController().signal } = {},
): Promise<SubgraphAnswer> {
  return client.fetch({ query, agency, signal, variables: {}, operationName: null, requestId: 'q1' });
}

/** The failure's code, or "answered". */
export function codeOf(answer: SubgraphAnswer): string {
  return answer.kind === 'failed' ? answer.failure.code : answer.kind;
}
