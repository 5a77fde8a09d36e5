import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import type { ErrorCode } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import { respondWithFailures } from '../pipeline/index.ts';
import { answerHeaders } from './answer-headers.ts';

/** What Node says of bytes that never became a request, as a status and a code. */
const meanings: Readonly<Record<string, { readonly status: number; readonly code: ErrorCode }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'REQUEST_TOO_LARGE' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'DEADLINE_EXCEEDED' },
};

/**
 * Answers what isn't HTTP, or doesn't end in time, in the words of the catalogue, and hangs up. No request
 * exists at this point, so the answer is written by hand.
 */
export function answerBrokenRequest(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, code } = meanings[error.code ?? ''] ?? { status: 400, code: 'BAD_REQUEST' };
  const { headers, body } = respondWithFailures([failure(code)], { mediaType: 'application/json' });
  const fields = { ...answerHeaders, ...headers, 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, 'connection: close'];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body.toString()}`);
}
