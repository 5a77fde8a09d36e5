import type { ErrorCode } from '../../errors/index.ts';
import type { FailedFetch } from '../subgraph-client/index.ts';

type Tagged = { readonly kind: string };

/** Whether a fetch has a failure in place of an answer. */
export function isFailed(answer: Tagged): answer is FailedFetch {
  return answer.kind === 'failed';
}

/**
 * What the breaker counts: no connection, a status that says "down", no answer in time (the agency's or the
 * request's), and answers that are no GraphQL. A GraphQL answer with errors (BAD_USER_INPUT, a field that
 * failed) is a sign of life.
 */
const agencyFaults: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_ANSWER_INVALID',
  'DEADLINE_EXCEEDED',
]);

/** Whether an answer counts against the agency. */
export function isAgencyFault(answer: Tagged): boolean {
  return isFailed(answer) && agencyFaults.has(answer.failure.code);
}

/** Whether the fetch ended before the agency could show how it is. */
export function isUndecided(answer: Tagged): answer is FailedFetch {
  return isFailed(answer) && answer.failure.code === 'CLIENT_GONE';
}

/** Statuses of a server, or of what stands before it, that expects to be back soon (RFC 9110, section 15.6). */
const passingStatus = /^Status 50[234]\b/;

/**
 * Whether the same question may well be answered a moment later: the connection failed (the client's cause
 * is then an error), or the status is 502, 503 or 504 (the cause is then a text that begins with it).
 */
export function isPassing(answer: Tagged): boolean {
  if (!isFailed(answer) || answer.failure.code !== 'SUBGRAPH_UNAVAILABLE') return false;
  const { cause } = answer.failure;
  return typeof cause === 'string' ? passingStatus.test(cause) : typeof cause === 'object' && cause !== null;
}
