import type { CorpusAnswer } from './CorpusAnswer.ts';
import type { CorpusOperation } from './CorpusOperation.ts';

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

/** Agencies fail in any order; the specification orders the keys of data, and says nothing of errors. */
function inCanonicalOrder(answer: CorpusAnswer): CorpusAnswer {
  if (answer.errors === undefined) return answer;
  const keyed = answer.errors.map(
    (error) => [`${JSON.stringify(error.path ?? [])} ${error.message}`, error] as const,
  );
  const errors = keyed.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, error]) => error);
  return { ...answer, errors };
}
