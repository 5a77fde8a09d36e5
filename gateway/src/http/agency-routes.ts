import type { IncomingHttpHeaders } from 'node:http';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Failure, failure } from '../errors/index.ts';
import { readBytes } from './read-bytes.ts';
import { sendAnswer, sendFailure } from './send-answer.ts';

/** What the gateway does for agencies; who asks proves by a signature which agency it is. */
export interface AgencyServices {
  /** The public keys that agencies know the gateway by (RFC 7517). */
  readonly keys: object;
  /** The address under which agencies ask, if it isn't http and the Host header's. */
  readonly publicUrl?: string | undefined;
  readonly decisions: {
    readonly maximumBytes: number;
    readonly answer: (request: {
      readonly method: string;
      readonly targetUri: string;
      readonly headers: IncomingHttpHeaders;
      readonly body: Uint8Array;
    }) => Promise<{ readonly status: number; readonly body: string }>;
  };
}

/** GET /.well-known/jwks.json: the gateway's public keys. POST /decisions: what the gateway hasn't decided yet. */
export function addAgencyRoutes(
  server: FastifyInstance,
  { keys, publicUrl, decisions }: AgencyServices,
): void {
  const published = JSON.stringify(keys);
  const origin = publicUrl === undefined ? null : new URL(publicUrl).origin;
  server.get('/.well-known/jwks.json', (_, reply) => send(reply, 200, published));
  server.post('/decisions', async (request, reply) => {
    const body = await readBytes(request.raw, decisions.maximumBytes);
    if (body instanceof Failure) return sendFailure(reply, body);
    const { method, headers } = request;
    const { status, body: text } = await decisions.answer({
      method,
      headers,
      body,
      targetUri: uriOf(request),
    });
    send(reply, status, text);
  });
  for (const [url, allowed] of [
    ['/.well-known/jwks.json', 'GET'],
    ['/decisions', 'POST'],
  ] as const) {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
    server.route({
      method: methods.filter((method) => method !== allowed),
      url,
      handler: (_, reply) => sendFailure(reply.header('allow', allowed), failure('METHOD_NOT_ALLOWED')),
    });
  }

  function uriOf({ raw, headers }: FastifyRequest): string {
    return `${origin ?? `http://${headers.host ?? ''}`}${raw.url ?? ''}`;
  }
}

const headers = { 'content-type': 'application/json; charset=utf-8' };

function send(reply: FastifyReply, status: number, body: string): void {
  sendAnswer(reply, { status, headers, body, codes: [] });
}
