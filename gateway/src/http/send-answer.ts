import type { FastifyReply } from 'fastify';

import type { Failure } from '../errors/index.ts';
import type { Answer } from '../pipeline/index.ts';
import { respondWithFailures } from '../pipeline/index.ts';
import { answerHeaders } from './answer-headers.ts';
import { bodyIsLeft } from './body-is-left.ts';
import type { Exchange } from './exchange.ts';

/** Whether the server is about to end. */
export interface Phase {
  isDraining: boolean;
}

declare module 'fastify' {
  interface FastifyReply {
    /** Missing where a request's address can't be read: such a request passes no hook. */
    exchange?: Exchange | null;
  }
  interface FastifyInstance {
    phase: Readonly<Phase>;
  }
}

/**
 * Sends an answer and leaves its record for the log. It is handed to Node as it is: the library's own way of
 * sending looks for streams, serialisers and hooks that no answer here has, and costs more than all else that
 * the library does for a request.
 */
export function sendAnswer(reply: FastifyReply, answer: Answer): void {
  const { raw, exchange } = reply;
  if (exchange) exchange.answer = answer;
  reply.hijack();
  if (raw.destroyed) return;
  raw.writeHead(answer.status, headOf(reply, answer)).end(answer.body);
}

/** Sends the refusal of a request that didn't come as far as the pipeline. */
export function sendFailure(reply: FastifyReply, inner: Failure): void {
  sendAnswer(reply, respondWithFailures([inner], { mediaType: 'application/json' }));
}

const fixedHead: readonly string[] = Object.entries(answerHeaders).flat();

/** Names and values in turns: Node writes those without looking for each name among the others. */
function headOf(reply: FastifyReply, { headers, body }: Answer): string[] {
  const { request, server } = reply;
  const head = [...fixedHead, 'x-request-id', request.id, 'content-length', String(Buffer.byteLength(body))];
  for (const [name, value] of Object.entries(headers)) head.push(name, value);
  for (const [name, value] of Object.entries(reply.getHeaders())) head.push(name, String(value));
  const isLast = server.phase.isDraining || bodyIsLeft(request.raw, server.initialConfig.bodyLimit ?? 0);
  if (isLast) head.push('connection', 'close');
  return head;
}
