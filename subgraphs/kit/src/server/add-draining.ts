import { setTimeout as pause } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

/** Long enough for whoever keeps connections busy to be answered on each of them once more. */
const farewellMilliseconds = 200;

/**
 * Makes a server close without failing a request. A connection that is kept alive may already carry the next
 * request when it seems idle, so closing it at once would fail that request:
 *
 * 1. Every answer ends its connection from now on, and /health/ready says no.
 * 2. After a moment nothing more is taken, and idle connections end.
 * 3. What is in flight is answered, for as long as is allowed.
 *
 * @returns what closes the server
 */
export function addDraining(server: FastifyInstance): (milliseconds: number) => Promise<void> {
  let closing = false;
  server.addHook('onRequest', (request, reply, done) => {
    if (closing && request.url === '/health/ready') void reply.code(503).send({ status: 'closing' });
    else done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
  return async (milliseconds) => {
    closing = true;
    await pause(farewellMilliseconds);
    const timer = setTimeout(() => server.server.closeAllConnections(), milliseconds);
    try {
      await server.close();
    } finally {
      clearTimeout(timer);
    }
  };
}
