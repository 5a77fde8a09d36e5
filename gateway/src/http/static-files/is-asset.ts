import type { FastifyRequest } from 'fastify';

/**
 * Whether a request asks for a file that a page is made of. They lie in memory and cost next to nothing, and a page
 * that lacks one of them stays blank for good.
 */
export function isAsset({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith('/assets/') || url.startsWith('/explorer/assets/');
}
