import type { IncomingMessage } from 'node:http';

import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';

/**
 * Reads the body of a request, as long as it may be: one that says that it is longer isn't begun (RFC 9110,
 * section 15.5.14), and one that turns out longer isn't read on.
 *
 * @returns the bytes, or REQUEST_TOO_LARGE or CLIENT_GONE
 */
export async function readBytes(request: IncomingMessage, maximumBytes: number): Promise<Buffer | Failure> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) return failure('REQUEST_TOO_LARGE');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= maximumBytes) return;
      request.off('data', onData).pause();
      resolve(failure('REQUEST_TOO_LARGE'));
    };
    request.on('data', onData);
    request.on('end', () => resolve(joined(chunks)));
    request.on('error', () => resolve(failure('CLIENT_GONE')));
  });
}

/** Most bodies come in one piece, which then needs no copy. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}
