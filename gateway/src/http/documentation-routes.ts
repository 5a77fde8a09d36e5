import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Authenticator, Sessions } from '../authentication/index.ts';
import { sendFailure } from './send-answer.ts';

interface Reader {
  readonly agency: string;
  readonly roles: readonly string[];
}

/** What /docs is made from. */
export interface DocumentationServices {
  /** Whether whoever is not known may read, too. */
  readonly isOpen: boolean;
  readonly authenticator: Authenticator;
  /** Null where nobody signs in by a browser. */
  readonly sessions: Pick<Sessions, 'view'> | null;
  readonly read: (
    request: { readonly path: string; readonly find: string; readonly reader: Reader | null },
    layout: { readonly stylesheet: string | null; readonly hasExplorer: boolean },
  ) => Promise<{ readonly status: number; readonly mediaType: string; readonly body: string }>;
}

/** What is written on the server needs no script; only its own search is sent anywhere. */
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'private, no-cache',
};

/** GET /docs and everything below it, for those who may read it. */
export function addDocumentationRoutes(
  server: FastifyInstance,
  services: DocumentationServices,
  layout: { readonly stylesheet: string | null; readonly hasExplorer: boolean },
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const found = await readerOf(request, services);
    if (found.kind === 'refused' && !services.isOpen) return refuse(request, reply, found, services);
    const reader = found.kind === 'reader' ? found.reader : null;
    const [path = ''] = request.url.split('?');
    const { find } = request.query as { readonly find?: unknown };
    const wanted = { path, find: typeof find === 'string' ? find.slice(0, 100) : '', reader };
    const { status, mediaType, body } = await services.read(wanted, layout);
    await reply.code(status).headers(headers).type(mediaType).send(body);
  };
  server.get('/docs', answer);
  server.get('/docs/*', answer);
}

type Found =
  | { readonly kind: 'reader'; readonly reader: Reader }
  | { readonly kind: 'refused'; readonly failure: Parameters<typeof sendFailure>[1] };

/** By a token, or by the cookie of a session: reading the documentation changes nothing, so no more is needed. */
async function readerOf(
  { headers: asked }: FastifyRequest,
  { authenticator, sessions }: DocumentationServices,
): Promise<Found> {
  if (sessions !== null && asked.authorization === undefined) {
    const viewed = await sessions.view(asked);
    return viewed.kind === 'found' ? { kind: 'reader', reader: viewed.session } : viewed;
  }
  const decision = await authenticator.authenticate(asked);
  return decision.kind === 'caller' ? { kind: 'reader', reader: decision.caller } : decision;
}

/** A browser that could sign in is sent there, and comes back. */
function refuse(
  { headers: asked, url }: FastifyRequest,
  reply: FastifyReply,
  { failure }: Extract<Found, { readonly kind: 'refused' }>,
  { sessions }: DocumentationServices,
): void {
  const isBrowser = sessions !== null && (asked.accept ?? '').includes('text/html');
  if (!isBrowser || failure.code !== 'UNAUTHENTICATED') return sendFailure(reply, failure);
  void reply.redirect(`/sign-in?return=${encodeURIComponent(url)}`, 303);
}
