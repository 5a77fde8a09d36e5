import type { FastifyInstance } from 'fastify';

/**
 * /health/live: the process answers; restart it if it doesn't. /health/ready: it takes requests; send it
 * none if it doesn't. Neither says anything else.
 */
export function addHealthRoutes(server: FastifyInstance, isReady: () => boolean): void {
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_, reply) =>
    isReady() ? { status: 'ready' } : reply.code(503).send({ status: 'stopping' }),
  );
}
