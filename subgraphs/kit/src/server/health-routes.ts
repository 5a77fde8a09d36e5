import type { FastifyInstance } from 'fastify';

import type { Database } from '../database/index.ts';
import { pendingMigrations } from '../subgraph/index.ts';
import type { Subgraph } from '../subgraph/index.ts';

const patience = 2_000;

type Readiness = 'ready' | 'database not answering' | 'database not migrated';

/**
 * /health/live answers as long as the process does: restart it when it doesn't. /health/ready says whether
 * requests should be sent: not while the database is away or lacks a migration, or the server is closing.
 */
export function addHealthRoutes(server: FastifyInstance, subgraph: Subgraph, database: Database): void {
  const look = readinessOf(subgraph, database);
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const status = await withPatience(look());
    return reply.code(status === 'ready' ? 200 : 503).send({ status });
  });
}

/** Migrations are asked for until none is missing, and from then on only whether the database answers. */
function readinessOf(subgraph: Subgraph, database: Database): () => Promise<Readiness> {
  let migrated = false;
  return async () => {
    try {
      if (migrated) await database.raw('select 1');
      else migrated = (await pendingMigrations(subgraph, database)).length === 0;
      return migrated ? 'ready' : 'database not migrated';
    } catch {
      return 'database not answering';
    }
  };
}

async function withPatience(readiness: Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(resolve, patience, 'database not answering');
  });
  try {
    return await Promise.race([readiness, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
