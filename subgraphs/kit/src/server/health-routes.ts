import type { FastifyInstance } from 'fastify';

import type { Database } from '../database/index.ts';

const patience = 2_000;

/**
 * /health/live answers as long as the process does: restart it when it doesn't. /health/ready says whether
 * requests should be sent: not while the database is away or the server is closing.
 */
export function addHealthRoutes(server: FastifyInstance, database: Database): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await answers(database);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database not answering' });
  });
}

async function answers(database: Database): Promise<boolean> {
  const query = database.raw('select 1').then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  try {
    return await Promise.race([query, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
