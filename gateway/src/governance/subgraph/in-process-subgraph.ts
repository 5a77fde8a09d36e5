import { createRequire } from 'node:module';

import type { buildSubgraphSchema as Build } from '@apollo/subgraph';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { execute, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Failure } from '../../errors/index.ts';
import { failure, toFailure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';

const load = createRequire(import.meta.url);

/** One request to a subgraph of this process, as the engine sends it to any agency. */
export interface InProcessRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly requestId: string;
}

/** An answer: what an agency would send, with failures of this gateway's own in place of texts. */
export interface InProcessAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    readonly path?: readonly (string | number)[];
    readonly failure: Failure;
  }[];
}

/** What a subgraph of this process is made from. */
interface InProcessSubgraphOptions {
  /** For the log. */
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: object;
  readonly log: Logger;
}

/**
 * A subgraph that is served in this process alone. Its documents are the planner's, so few that they are all
 * remembered.
 *
 * @returns what answers one request with a context of its own; never rejects
 */
export function inProcessSubgraph(
  options: InProcessSubgraphOptions,
): (request: InProcessRequest, createContext: () => object) => Promise<InProcessAnswer> {
  // The package is CommonJS, and only so does it share graphql with the rest of the process.
  const { buildSubgraphSchema } = load('@apollo/subgraph') as { readonly buildSubgraphSchema: typeof Build };
  const schema = buildSubgraphSchema({ typeDefs: parse(options.sdl), resolvers: options.resolvers as never });
  const documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  return async (request, createContext) => {
    try {
      const result = await execute({
        schema,
        document: documentOf(request.query, schema, documents),
        operationName: request.operationName,
        variableValues: request.variables,
        contextValue: createContext(),
      });
      return answerOf(result, request, options);
    } catch (cause) {
      return { data: null, errors: [{ failure: told(cause, request, options) }] };
    }
  };
}

function documentOf(
  query: string,
  schema: GraphQLSchema,
  documents: LRUCache<string, DocumentNode>,
): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query, { noLocation: true });
  const [problem] = validate(schema, document);
  // The gateway has validated the client's document; what it can't know are the values of our scalars.
  if (problem) throw failure('BAD_USER_INPUT', { cause: problem });
  documents.set(query, document);
  return document;
}

function answerOf(
  { data, errors = [] }: ExecutionResult,
  request: InProcessRequest,
  options: InProcessSubgraphOptions,
): InProcessAnswer {
  return {
    data: data ?? null,
    errors: errors.map((error) => ({
      ...(error.path && { path: error.path }),
      failure: told(error.originalError ?? (isAboutInput(error) ? wrongInput() : error), request, options),
    })),
  };
}

/** Without a path nothing was run: the variables are not what the operation declares. */
function isAboutInput({ path }: GraphQLError): boolean {
  return path === undefined;
}

function wrongInput(): Failure {
  return failure('BAD_USER_INPUT');
}

/** What the client is told; what is this gateway's own fault is told to its log. */
function told(
  thrown: unknown,
  { requestId }: InProcessRequest,
  { name, log }: InProcessSubgraphOptions,
): Failure {
  const inner = toFailure(thrown);
  if (inner.code === 'INTERNAL_SERVER_ERROR' || inner.code === 'SUBGRAPH_UNAVAILABLE')
    log.error(`${name} could not answer`, { requestId, error: inner });
  return inner;
}
