import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Names each request. An id from outside is kept only where a proxy is trusted to set it, and only if it
 * can't do harm in a log or a header.
 */
export function requestIdMaker(trustHeader: boolean): (request: Pick<IncomingMessage, 'headers'>) => string {
  return ({ headers }) => {
    const given = headers['x-request-id'];
    const isGood = trustHeader && typeof given === 'string' && /^[A-Za-z0-9._-]{1,128}$/.test(given);
    return isGood ? given : randomUUID();
  };
}
