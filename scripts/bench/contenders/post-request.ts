import type { GraphQLRequest } from '../stage/index.ts';

/** What a GraphQL server answers. */
export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

const longestAnswerMilliseconds = 20_000;

/** Sends the scenario's request once. */
export async function postRequest(url: string, { headers, body }: GraphQLRequest): Promise<GraphQLAnswer> {
  const signal = AbortSignal.timeout(longestAnswerMilliseconds);
  const response = await fetch(url, { method: 'POST', headers, body, signal });
  return (await response.json()) as GraphQLAnswer;
}
