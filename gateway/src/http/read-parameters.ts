import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import { isRecord } from './is-record.ts';
import { readDocument } from './read-document.ts';
import type { RequestParameters } from '../pipeline/index.ts';

/** The parameters of a request, or what is wrong with their shape. */
export type ParametersDecision =
  | { readonly kind: 'read'; readonly parameters: RequestParameters }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Reads the body of a POST (GraphQL over HTTP, section 5.4.2). */
export function readBody(body: unknown): ParametersDecision {
  if (!(body instanceof Uint8Array) || body.length === 0) return refused('The body is empty.');
  const json = parseJson(body);
  if (json === undefined) return refused('The body is not JSON in UTF-8.');
  if (Array.isArray(json)) return { kind: 'refused', failure: failure('BATCHING_NOT_SUPPORTED') };
  return isRecord(json) ? readRecord(json) : refused('The body is not a JSON object.');
}

/** Reads the query string of a GET (section 5.3): variables and extensions are JSON texts. */
export function readQueryString(query: unknown): ParametersDecision {
  if (!isRecord(query)) return refused('There is no query string.');
  const { variables, extensions, ...texts } = query;
  const decoded = { variables: decode(variables), extensions: decode(extensions) };
  if (decoded.variables === undefined) return refused('variables is not JSON.');
  if (decoded.extensions === undefined) return refused('extensions is not JSON.');
  return readRecord({ ...texts, ...decoded });
}

function readRecord(record: Readonly<Record<string, unknown>>): ParametersDecision {
  const { operationName = null, variables = null, extensions = null } = record;
  if (operationName !== null && typeof operationName !== 'string')
    return refused('operationName must be a text.');
  if (variables !== null && !isRecord(variables)) return refused('variables must be an object.');
  if (extensions !== null && !isRecord(extensions)) return refused('extensions must be an object.');
  const document = readDocument(record, extensions ?? {});
  if (typeof document === 'string') return refused(document);
  const parameters = {
    document,
    operationName: operationName === '' ? null : operationName,
    variables: variables ?? {},
  };
  return { kind: 'read', parameters };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON has no `undefined`: it stands for "not JSON". */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function decode(text: unknown): unknown {
  if (text === undefined || text === '') return null;
  return typeof text === 'string' ? parseJson(Buffer.from(text)) : undefined;
}

function refused(message: string): ParametersDecision {
  return { kind: 'refused', failure: failure('BAD_REQUEST', { message }) };
}
