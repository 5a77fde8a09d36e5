import { execute, getOperationAST } from 'graphql';
import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
} from 'graphql';

import { disclose } from '../authorization/index.ts';
import type { Disclosure } from '../authorization/index.ts';
import type { Database } from '../database/index.ts';
import { subgraphError } from '../errors/index.ts';
import { clientError } from './client-error.ts';
import type { ClientError } from './client-error.ts';
import type { ValidDocument } from './document-cache.ts';
import type { Subgraph } from './subgraph.ts';

/** A GraphQL request, whatever way it came. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** An answer fit for a client, and for the log what caused its errors. */
export interface SubgraphAnswer {
  /** `data` is absent where nothing could be executed. */
  readonly result: {
    readonly errors?: readonly GraphQLFormattedError[];
    readonly data?: Readonly<Record<string, unknown>> | null;
  };
  readonly errors: readonly ClientError[];
}

/** What a request may be shown: what the gateway vouched for, or everything, which only development and tests may. */
export type Disclosed = Disclosure | 'everything';

/** Answers one request with loaders of its own. */
export async function executeRequest(
  subgraph: Subgraph,
  database: Database,
  request: SubgraphRequest,
  disclosed: Disclosed,
): Promise<SubgraphAnswer> {
  const { errors, data } = withoutTorso(await executePrepared(subgraph, database, request, disclosed));
  const rest = data === undefined ? {} : { data };
  if (errors === undefined) return { result: rest, errors: [] };
  const clientErrors = errors.map((error) => clientError(error, data !== undefined));
  return {
    result: { errors: clientErrors.map(({ formatted }) => formatted), ...rest },
    errors: clientErrors,
  };
}

/** An answer that grew too large says only so: where it broke off would be chance. */
function withoutTorso(answer: ExecutionResult): ExecutionResult {
  const tooLarge = answer.errors?.find(({ extensions }) => extensions['code'] === 'ANSWER_TOO_LARGE');
  return tooLarge === undefined ? answer : { errors: [tooLarge], data: null };
}

async function executePrepared(
  subgraph: Subgraph,
  database: Database,
  request: SubgraphRequest,
  disclosed: Disclosed,
): Promise<ExecutionResult> {
  const preparation = subgraph.documents.prepare(request.query);
  if (preparation.kind === 'refused') return { errors: preparation.errors };
  const { valid } = preparation;
  const refusal = refuseOperation(subgraph, valid.document, request.operationName);
  if (refusal !== null) return { errors: [refusal] };
  return execute({
    ...schemaAndContext(subgraph, database, disclosed),
    document: valid.document,
    operationName: request.operationName ?? null,
    variableValues: keepNullRepresentations(valid, request.variables ?? {}),
  });
}

function schemaAndContext(
  subgraph: Subgraph,
  database: Database,
  disclosed: Disclosed,
): Pick<ExecutionArgs, 'schema' | 'contextValue'> {
  if (disclosed === 'everything') {
    return { schema: subgraph.schema, contextValue: subgraph.contextOver(database) };
  }
  const contextValue = subgraph.contextOver(database, disclosed.grant.requester);
  disclose(contextValue, disclosed);
  return { schema: subgraph.guardedSchema, contextValue };
}

function refuseOperation(
  { schema }: Subgraph,
  document: DocumentNode,
  name: string | null | undefined,
): GraphQLError | null {
  const found = getOperationAST(document, name);
  if (!found) return subgraphError('OPERATION_RESOLUTION_FAILURE');
  if (schema.getRootType(found.operation)) return null;
  const message = `This subgraph has no ${found.operation}s.`;
  return subgraphError('OPERATION_RESOLUTION_FAILURE', { message });
}

/** GraphQL would refuse all representations for the sake of one that is null; as an empty object it fails alone. */
function keepNullRepresentations(
  { representationVariables }: ValidDocument,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!representationVariables.some((name) => hasNull(variables[name]))) return variables;
  const whole = Object.entries(variables).map(([name, value]) => {
    const concerned = representationVariables.includes(name) && Array.isArray(value);
    return [name, concerned ? value.map((one: unknown) => one ?? {}) : value];
  });
  return Object.fromEntries(whole) as Readonly<Record<string, unknown>>;
}

function hasNull(value: unknown): boolean {
  return Array.isArray(value) && value.includes(null);
}
