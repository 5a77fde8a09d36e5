import type { IncomingMessage } from 'node:http';

/**
 * Whether so much of a request's body has not been read that its connection has to be closed. Node reads what
 * is left of a body before it reads the next request; a client that was refused could send for ever.
 */
export function bodyIsLeft({ complete, headers }: IncomingMessage, maximumBytes: number): boolean {
  if (complete) return false;
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > maximumBytes;
}
