import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import { parse } from 'graphql';

import type { Failure } from '../../errors/index.ts';
import { failure, toGraphQLError } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { clientError } from '../client-errors/index.ts';
import type { ExecutionRequest } from '../executor.ts';
import { guardedFetch } from '../guarded-fetch.ts';
import type { Projections } from '../projection/index.ts';
import type { SubgraphClient, SubgraphError } from '../subgraph-client/index.ts';
import { fetchMark } from './fetch-mark.ts';
import { onlyResponseKey, responseKeys } from './response-keys.ts';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type Response = Awaited<ReturnType<GraphQLDataSource['process']>>;
type MarkedError = Omit<GraphQLFormattedError, 'extensions'> & { extensions: object };

/** What one agency's data source is made of. */
export interface AgencyDataSourceOptions {
  readonly agency: string;
  readonly client: SubgraphClient;
  readonly projections: Projections;
  readonly log: Logger;
}

/** What the engine hands on from the request that it runs. */
type RunContext = Pick<ExecutionRequest, 'requestId' | 'signal' | 'guard' | 'context'>;

/**
 * Fetches for @apollo/gateway: answers are projected, and errors are the catalogue's before the engine
 * sees them. Never rejects: a fetch that fails is one error.
 */
export class AgencyDataSource implements GraphQLDataSource {
  readonly #options: AgencyDataSourceOptions;

  constructor(options: AgencyDataSourceOptions) {
    this.#options = options;
  }

  async process({ request, context }: ProcessOptions): Promise<Response> {
    const { agency, client } = this.#options;
    const { guard, ...run } = context as unknown as RunContext;
    const query = request.query ?? '';
    const variables = request.variables ?? {};
    const operationName = request.operationName ?? null;
    const answer = await guardedFetch(client, guard, { agency, query, variables, operationName, ...run });
    if (answer.kind === 'failed') return failedFetch(answer.failure, query);
    const projected = this.#options.projections.project(query, variables, answer.data);
    if (projected.kind === 'invalid') return this.#invalid(projected.reason, run.requestId, query);
    const errors = agencyErrors(agency, answer.errors, query, countOf(variables['representations']));
    return response(projected.data, errors);
  }

  #invalid(problem: string, requestId: string, query: string): Response {
    const { agency, log } = this.#options;
    const code = 'SUBGRAPH_ANSWER_INVALID';
    log.warn('An agency answered in another shape than it was asked for', {
      agency,
      requestId,
      code,
      problem,
    });
    return failedFetch(failure(code, { agency }), query);
  }
}

function failedFetch(inner: Failure, query: string): Response {
  const key = onlyResponseKey(parse(query, { noLocation: true }));
  const path = key === undefined ? [] : [key];
  return response(null, [marked(toGraphQLError(inner, { path }), {})]);
}

/**
 * An agency's errors as the catalogue's, each with the path that it gave if the operation has such a path.
 * Errors of entities are followed by a probe one past the last entity.
 */
function agencyErrors(
  agency: string,
  errors: readonly SubgraphError[],
  query: string,
  entities: number,
): readonly MarkedError[] {
  const fetch = {};
  const keys = errors.length > 0 ? responseKeys(parse(query, { noLocation: true })) : new Set<string>();
  const shown = errors.map((error) => {
    const path = error.path?.every((key) => typeof key === 'number' || keys.has(key)) ? error.path : [];
    return marked({ ...clientError(agency, error), path }, fetch);
  });
  const probe = {
    message: '',
    path: ['_entities', entities],
    extensions: { [fetchMark]: { fetch, probe: true } },
  };
  return shown.length > 0 && entities > 0 ? [...shown, probe] : shown;
}

function marked(error: GraphQLFormattedError, fetch: object): MarkedError {
  return { ...error, extensions: { ...error.extensions, [fetchMark]: { fetch } } };
}

function countOf(representations: unknown): number {
  return Array.isArray(representations) ? representations.length : 0;
}

function response(data: unknown, errors: readonly MarkedError[]): Response {
  return { data, ...(errors.length > 0 && { errors }) } as Response;
}
