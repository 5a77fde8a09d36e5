import { documentTexts } from './document-texts.ts';
import type { TypedDocument } from './typed-document.ts';

/** How the gateway is reached, and for what is asked. */
export interface Connection {
  readonly url: string;
  readonly token: string;
  /** Code of a purpose of use, such as HOUSING_PLACEMENT. */
  readonly purposeOfUse: string;
}

/** A value that is withheld from the caller, with the reason and what can be done. */
export interface Withheld {
  readonly path: string;
  readonly reason: string;
  readonly authority: string;
  readonly remedy: string;
}

/** What came, and for each null that is no missing value, why. */
export interface Answered<Data> {
  readonly data: Data | null;
  readonly withheld: readonly Withheld[];
  /** Agencies that did not answer; the rest of the answer stands. */
  readonly silent: readonly string[];
}

interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, string>>;
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

const unanswered = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'];

/**
 * Asks by the hash of the document, and with its text where the gateway doesn't know the hash yet (automatic
 * persisted queries).
 *
 * @throws Error with the code of the refusal, if the request is refused as a whole
 */
export async function ask<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  connection: Connection,
): Promise<Answered<Data>> {
  const body = { variables, extensions: { persistedQuery: { version: 1, sha256Hash: document.id } } };
  const first = await post(body, connection);
  const isUnknown = codeOf(first) === 'PERSISTED_QUERY_NOT_FOUND';
  return read<Data>(
    isUnknown ? await post({ ...body, query: documentTexts[document.id] }, connection) : first,
  );
}

async function post(body: object, { url, token, purposeOfUse }: Connection): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'purpose-of-use': purposeOfUse,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as GraphqlAnswer;
}

function codeOf({ errors = [] }: GraphqlAnswer): string | undefined {
  return errors[0]?.extensions['code'];
}

function read<Data>({ data, errors = [] }: GraphqlAnswer): Answered<Data> {
  const refusal = errors.find(({ path }) => path === undefined);
  if (refusal) throw new Error(`${refusal.extensions['code']}: ${refusal.message}`);
  const withheld = errors
    .filter(({ extensions }) => extensions['code'] === 'FIELD_WITHHELD')
    .map(({ path = [], extensions: { reason = '', authority = '', remedy = '' } }) => {
      return { path: path.join('.'), reason, authority, remedy };
    });
  const silent = errors
    .filter(({ extensions: { code = '' } }) => unanswered.includes(code))
    .map(({ extensions: { agency = '' } }) => agency);
  return { data: (data ?? null) as Data | null, withheld, silent: [...new Set(silent)] };
}
