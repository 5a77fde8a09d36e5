import { setTimeout as pause } from 'node:timers/promises';

import type { FailedFetch, WrittenRequest } from '../subgraph-client/index.ts';
import { isPassing } from './failure-kinds.ts';

const longestPauseMilliseconds = 100;

/**
 * Asks, and asks once more when the failure is one that passes, the operation is a query, and the request
 * has time left. The pause is random, so that the requests which one outage hit do not return as one
 * (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/).
 */
export async function askWithRetry<Answer extends { readonly kind: string }>(
  { query, signal }: WrittenRequest,
  ask: () => Promise<Answer | FailedFetch>,
): Promise<Answer | FailedFetch> {
  const first = await ask();
  if (!isPassing(first) || !isIdempotent(query)) return first;
  const isInTime = await pauseUnlessAborted(Math.random() * longestPauseMilliseconds, signal);
  return isInTime ? ask() : first;
}

/** Whether an operation that the planner printed is a query: it may arrive twice (RFC 9110, section 9.2.2). */
function isIdempotent(query: string): boolean {
  return /^\s*(query\b|\{)/.test(query);
}

async function pauseUnlessAborted(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return pause(milliseconds, true, { signal }).catch(() => false);
}
