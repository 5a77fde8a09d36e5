import type { CorpusAnswer } from './corpus-answer.ts';
import type { CorpusOperation } from './corpus-operation.ts';

/** Where the corpus is asked, and with which token. */
export interface CorpusEndpoint {
  readonly url: string;
  readonly token: string;
}

/** Puts one question by GraphQL over HTTP. */
export async function askOperation(
  { url, token }: CorpusEndpoint,
  { query, operationName, variables }: CorpusOperation,
): Promise<CorpusAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables, ...(operationName !== null && { operationName }) }),
  });
  const body = (await response.json()) as Omit<CorpusAnswer, 'status'>;
  return inCanonicalOrder({ status: response.status, ...body });
}

/** Agencies fail in any order, and the keys of an error have none: only the keys of data do. */
function inCanonicalOrder(answer: CorpusAnswer): CorpusAnswer {
  const { status, errors, ...data } = answer;
  if (errors === undefined) return answer;
  const keyed = errors.map(
    (error) => [`${JSON.stringify(error.path ?? [])} ${error.message}`, error] as const,
  );
  const sorted = keyed.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { status, errors: sorted.map(([, error]) => sortedKeys(error)), ...data };
}

function sortedKeys<Value extends object>(value: Value): Value {
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, below]) => [key, isPlain(below) ? sortedKeys(below) : below]),
  ) as Value;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
