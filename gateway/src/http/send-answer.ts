import type { FastifyReply } from 'fastify';

import type { Failure } from '../errors/index.ts';
import type { Answer } from '../pipeline/index.ts';
import { respondWithFailures } from '../pipeline/index.ts';

/** What the log says of a request besides its status and time. */
interface AnswerRecord {
  readonly codes: readonly string[];
  readonly operation?: string;
}

declare module 'fastify' {
  interface FastifyReply {
    record: AnswerRecord | null;
  }
}

/** Sends an answer and leaves its record for the log. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  const { codes, operation } = answer;
  reply.record = { codes, ...(operation !== undefined && { operation }) };
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

/** Sends the refusal of a request that didn't come as far as the pipeline. */
export function sendFailure(reply: FastifyReply, inner: Failure): FastifyReply {
  return sendAnswer(reply, respondWithFailures([inner], 'application/json'));
}
