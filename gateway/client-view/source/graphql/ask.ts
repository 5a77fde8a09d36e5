import type { TypedDocument } from '../../documents/typed-document.ts';
import { answerOf, type Answer } from './answer.ts';
import type { AnswerError } from './problem.ts';

/** For whom and why something is asked. */
export interface Asker {
  readonly csrfToken: string;
  readonly purposeOfUse: string | null;
}

/** The gateway refused the request as a whole, or couldn't be reached. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Asks one document by its hash, and by its text where the gateway doesn't know the hash. Nothing is kept:
 * the answer is gone with the view that holds it.
 *
 * @throws Refused with the gateway's code, `UNREACHABLE` if there was no answer, or `MALFORMED`.
 */
export async function ask<Data, Variables>(
  { id }: TypedDocument<Data, Variables>,
  variables: Variables,
  asker: Asker,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const answer = await post({ documentId: id, variables }, asker, signal);
  const isUnknown = answer.errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND');
  return read<Data>(isUnknown ? await post({ query: await textOf(id), variables }, asker, signal) : answer);
}

async function textOf(id: string): Promise<string | undefined> {
  const { documentTexts } = await import('../../documents/document-texts.ts');
  return documentTexts[id];
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

async function post(body: object, { csrfToken, purposeOfUse }: Asker, signal?: AbortSignal) {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'x-csrf-token': csrfToken,
    ...(purposeOfUse !== null && { 'purpose-of-use': purposeOfUse }),
  };
  const init = { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) };
  const response = await fetch('/graphql', init).catch((error: unknown) => {
    throw signal?.aborted ? error : new Refused('UNREACHABLE', 'There is no connection.');
  });
  return (await response.json().catch(() => {
    throw new Refused('MALFORMED', 'The answer is not JSON.');
  })) as GraphqlAnswer;
}

function read<Data>({ data, errors = [] }: GraphqlAnswer): Answer<Data> {
  const [first] = errors;
  if (data == null && first && first.path === undefined)
    throw new Refused(first.extensions?.code ?? 'MALFORMED', first.message);
  return answerOf((data ?? null) as Data | null, errors);
}
