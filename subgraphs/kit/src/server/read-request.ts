import type { GraphQLError } from 'graphql';

import { subgraphError } from '../errors/index.ts';
import type { SubgraphRequest } from '../subgraph/index.ts';

/** A GraphQL request, or what is wrong with its form. */
export type ReadRequest =
  | { readonly kind: 'request'; readonly request: SubgraphRequest }
  | { readonly kind: 'refused'; readonly error: GraphQLError };

/** Reads a request's parameters (https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters). */
export function readRequest(body: unknown): ReadRequest {
  const parameters = isObject(body) ? body : parseObject(body);
  if (parameters === null) return refused('The body is a JSON object.');
  const { query, operationName = null, variables = null, extensions = null } = parameters;
  if (typeof query !== 'string') return refused('The parameter query is a text.');
  if (operationName !== null && typeof operationName !== 'string') return refused('operationName is a text.');
  if (variables !== null && !isObject(variables)) return refused('The parameter variables is an object.');
  if (extensions !== null && !isObject(extensions)) return refused('The parameter extensions is an object.');
  return { kind: 'request', request: { query, operationName, variables } };
}

function parseObject(body: unknown): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(String(body));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string): ReadRequest {
  return { kind: 'refused', error: subgraphError('BAD_REQUEST', { message }) };
}
