import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { buildSubgraphSchema as Build } from '@apollo/subgraph';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { execute, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Caller } from '../../authentication/index.ts';
import type { Failure } from '../../errors/index.ts';
import { failure, toFailure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { Governance } from '../open-governance.ts';
import type { PolicyAnalysis } from '../policy-analysis.ts';
import type { PolicyView } from '../policy-view.ts';
import { createContext } from './governance-context.ts';
import { resolvers } from './resolvers.ts';

// The package is CommonJS, and only so does it share graphql with the rest of the process.
const { buildSubgraphSchema } = createRequire(import.meta.url)('@apollo/subgraph') as {
  buildSubgraphSchema: typeof Build;
};

/** One request to the subgraph, as the engine sends it to any agency. */
interface GovernanceRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly requestId: string;
}

/** An answer: what an agency would send, with failures of this gateway's own in place of texts. */
export interface GovernanceAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    readonly path?: readonly (string | number)[];
    readonly failure: Failure;
  }[];
}

/** The subgraph of consents, relationships, emergencies and restrictions, served in this process alone. */
export interface GovernanceSubgraph {
  /** Never rejects. */
  readonly answer: (
    request: GovernanceRequest,
    caller: Caller,
    policy: PolicyView,
  ) => Promise<GovernanceAnswer>;
}

/** What the subgraph is made from. */
interface GovernanceSubgraphOptions {
  readonly governance: Governance;
  readonly analysis: PolicyAnalysis;
  readonly log: Logger;
}

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Makes the subgraph. Its documents are the planner's, so few that they are all remembered. */
export function createGovernanceSubgraph(options: GovernanceSubgraphOptions): GovernanceSubgraph {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  const documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  return {
    answer: async (request, caller, policy) => {
      const { governance, analysis, log } = options;
      try {
        const result = await execute({
          schema,
          document: documentOf(request.query, schema, documents),
          operationName: request.operationName,
          variableValues: request.variables,
          contextValue: createContext(caller, governance, policy, analysis),
        });
        return answerOf(result, request, log);
      } catch (cause) {
        return { data: null, errors: [{ failure: told(cause, request, log) }] };
      }
    },
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
  request: GovernanceRequest,
  log: Logger,
): GovernanceAnswer {
  return {
    data: data ?? null,
    errors: errors.map((error) => ({
      ...(error.path && { path: error.path }),
      failure: told(error.originalError ?? (isAboutInput(error) ? wrongInput() : error), request, log),
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
function told(thrown: unknown, { requestId }: GovernanceRequest, log: Logger): Failure {
  const inner = toFailure(thrown);
  if (inner.code === 'INTERNAL_SERVER_ERROR' || inner.code === 'SUBGRAPH_UNAVAILABLE')
    log.error('governance could not answer', { requestId, error: inner });
  return inner;
}
