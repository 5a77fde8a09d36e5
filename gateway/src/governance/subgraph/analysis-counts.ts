import type { Count } from './request-counts.ts';
import { requestCounts } from './request-counts.ts';

/** Explanations and simulations in one request. */
const most = 10;

/** Counts the analyses of each request. */
export function analysisCounts(): (requestId: string, subject: string) => Count {
  return requestCounts(most, `At most ${most} explanations are made in one request.`);
}
