import type { Failure } from '../errors/index.ts';
import { failure, toFailure } from '../errors/index.ts';

/** An error of the HTTP library, by its code or status, as a failure of the catalogue. */
export function failureOf(thrown: unknown): Failure {
  const { code, statusCode } = thrown as { readonly code?: unknown; readonly statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413)
    return failure('REQUEST_TOO_LARGE', { cause: thrown });
  if (statusCode === 415) return failure('UNSUPPORTED_MEDIA_TYPE', { cause: thrown });
  const isClients = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isClients ? failure('BAD_REQUEST', { cause: thrown }) : toFailure(thrown);
}
