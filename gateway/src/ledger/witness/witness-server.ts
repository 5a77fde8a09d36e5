import fastify from 'fastify';

import type { Witness } from './witness.ts';
import type { WitnessMemory } from './witness-memory.ts';

/** Where a witness is served. */
export interface WitnessServerOptions {
  readonly witness: Witness;
  readonly memory: WitnessMemory;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A witness that answers. */
export interface RunningWitness {
  /** Its submission prefix. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A checkpoint with many signatures and the longest proof has a tenth of it. */
const mostBytes = 1 << 16;

/**
 * Serves a witness: `POST /add-checkpoint` (C2SP tlog-witness); `GET /checkpoint?origin=…`, which gives the last
 * checkpoint that it cosigned of a log, for whoever verifies that log; `GET /health/ready`.
 */
export async function serveWitness({
  witness,
  memory,
  host,
  port,
}: WitnessServerOptions): Promise<RunningWitness> {
  const server = fastify({ logger: false, bodyLimit: mostBytes, forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.post('/add-checkpoint', async (request, reply) => {
    const text = typeof request.body === 'string' ? request.body : '';
    const { status, contentType, body } = await witness.addCheckpoint(text);
    return reply.code(status).type(contentType).send(body);
  });
  server.get<{ Querystring: { readonly origin?: unknown } }>('/checkpoint', async ({ query }, reply) => {
    const note = typeof query.origin === 'string' ? await memory.lastNote(query.origin) : null;
    return reply
      .code(note === null ? 404 : 200)
      .type('text/plain; charset=utf-8')
      .send(note ?? '');
  });
  server.get('/health/ready', async () => 'ready\n');
  return { url: await server.listen({ host, port }), stop: async () => server.close() };
}
