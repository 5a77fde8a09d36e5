import type { FastifyReply, FastifyRequest } from 'fastify';

import type { BuiltFile } from './built-files.ts';

/** Sends a file that was built, compressed to whoever takes it. */
export function sendBuiltFile(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { mediaType, bytes, gzipped }: BuiltFile,
) {
  const accepts = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(headers['accept-encoding'] ?? '');
  reply.headers({ 'content-type': mediaType, vary: 'accept-encoding' });
  return gzipped !== null && accepts
    ? reply.header('content-encoding', 'gzip').send(gzipped)
    : reply.send(bytes);
}
