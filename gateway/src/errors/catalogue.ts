import type { ClientEntry, OperatorEntry } from './catalogue-entry.ts';
import { clientErrors } from './client-errors.ts';
import { operatorErrors } from './operator-errors.ts';

/**
 * Every error of the gateway: what it means and what to do about it.
 *
 * `audience: 'client'` errors travel in answers; their messages say nothing that a client may not read.
 * `audience: 'operator'` errors stop or warn whoever runs the gateway and never leave it: a client that
 * meets one sees INTERNAL_SERVER_ERROR.
 *
 * Codes are Apollo's where one exists, so that client libraries know them already:
 * https://www.apollographql.com/docs/apollo-server/data/errors#built-in-error-codes
 */
const entries = { ...clientErrors, ...operatorErrors };

/** The closed union of all codes. */
export type ErrorCode = keyof typeof entries;

/** One error of the catalogue. */
export type CatalogueEntry = { readonly code: ErrorCode } & (ClientEntry | OperatorEntry);

/** All errors, in the order in which a request can meet them. */
export const catalogue: readonly CatalogueEntry[] = Object.entries(entries).map(([code, entry]) => ({
  code: code as ErrorCode,
  ...entry,
}));

/** The catalogue's entry of a code. */
export function entryOf(code: ErrorCode): ClientEntry | OperatorEntry {
  return entries[code];
}

/** Whether a text, for instance one that came from an agency, is a code of the catalogue. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(entries, text);
}
