import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { sendAnswer } from './send-answer.ts';

/**
 * /health/live: the process answers; restart it if it doesn't. /health/ready: it takes requests; send it
 * none if it doesn't. Neither says anything else.
 */
export function addHealthRoutes(server: FastifyInstance): void {
  server.get('/health/live', (_, reply) => sendStatus(reply, 200, 'live'));
  server.get('/health/ready', (_, reply) =>
    server.phase.isDraining ? sendStatus(reply, 503, 'stopping') : sendStatus(reply, 200, 'ready'),
  );
}

/** Whether a request asks for one of them. */
export function isHealth({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/');
}

const headers = { 'content-type': 'application/json; charset=utf-8' };

function sendStatus(reply: FastifyReply, status: number, text: string): void {
  sendAnswer(reply, { status, headers, body: JSON.stringify({ status: text }), codes: [] });
}
