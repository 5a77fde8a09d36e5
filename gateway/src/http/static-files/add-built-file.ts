import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { BuiltFile } from './built-files.ts';
import { sendBuiltFile } from './send-built-file.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    isBuiltFile?: boolean;
  }
}

/** Serves a file at an address of its own. */
export function addBuiltFile(
  server: FastifyInstance,
  url: string,
  headers: Readonly<Record<string, string>>,
  file: BuiltFile,
): void {
  server.get(url, { config: { isBuiltFile: true } }, (request, reply) =>
    sendBuiltFile(request, reply.headers(headers), file),
  );
}

/**
 * Whether a request is answered by a page or a file that a page is made of. They lie in memory and cost next to
 * nothing, and nobody but the page can say in words that the gateway is busy.
 */
export function isBuiltFile({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean {
  return routeOptions.config.isBuiltFile === true;
}
