import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import { accountPage } from './account-page.ts';
import { authorizationRequests } from './authorization-requests.ts';
import { clientAuthenticator } from './client-assertion.ts';
import type { IdentityProviderOptions } from './provider-options.ts';
import { Refusal } from './refusal.ts';
import { tokensOf } from './tokens.ts';

/** A running identity provider. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

/** The only address that it listens on. */
const host = '127.0.0.1';

/**
 * Starts an identity provider for development: OpenID Connect by authorization code with PKCE, and client
 * credentials with `private_key_jwt`. Whoever reaches it signs in as anybody, so it listens on the own machine
 * alone.
 *
 * @throws Error in production, and if the port is taken.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error('The identity provider for development does not run in production.');
  const issuer = `http://${host}:${options.port}`;
  const server = fastify({ forceCloseConnections: true });
  readForms(server);
  addDiscovery(server, issuer, options);
  addAuthorization(server, issuer, options);
  addSignOut(server, options);
  await server.listen({ host, port: options.port });
  return { issuer, close: async () => server.close() };
}

type Form = ReadonlyMap<string, string>;

function readForms(server: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  server.addContentTypeParser(type, { parseAs: 'string' }, (_, body, done) =>
    done(null, new Map(new URLSearchParams(body.toString()))),
  );
  server.setErrorHandler((error, _, reply) => {
    const told = error instanceof Refusal ? error : new Refusal('server_error', 'Something failed.', 500);
    return reply
      .code(told.statusCode)
      .header('cache-control', 'no-store')
      .send({ error: told.code, error_description: told.message });
  });
}

function addDiscovery(server: FastifyInstance, issuer: string, { keys }: IdentityProviderOptions): void {
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/end-session`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['EdDSA'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['EdDSA', 'Ed25519', 'ES256', 'PS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
  server.get('/.well-known/openid-configuration', async () => metadata);
  server.get('/jwks', async () => keys.published());
}

function addAuthorization(server: FastifyInstance, issuer: string, options: IdentityProviderOptions): void {
  const { accounts, clients } = options;
  const requests = authorizationRequests(issuer, clients);
  const authenticate = clientAuthenticator(issuer, clients);
  const tokens = tokensOf(issuer, options);
  server.get('/authorize', async ({ query }, reply) => {
    const { id, request } = requests.begin(query);
    const isAgain = request.prompt?.split(' ').includes('login') === true;
    return reply.headers(pageHeaders).send(accountPage(id, accounts, isAgain));
  });
  server.post('/authorize', async ({ body }, reply) => {
    const form = body as Form;
    const account = accounts.find(({ subject }) => subject === form.get('account'));
    if (account === undefined) throw new Refusal('invalid_request', 'There is no such account.');
    return reply.redirect(requests.agree(form.get('request') ?? '', account).href, 303);
  });
  server.post('/token', async ({ body }, reply) => {
    const form = body as Form;
    const client = await authenticate(form);
    reply.header('cache-control', 'no-store');
    if (form.get('grant_type') === 'client_credentials') return tokens.forClient(client, form.get('scope'));
    if (form.get('grant_type') !== 'authorization_code')
      throw new Refusal('unsupported_grant_type', 'This kind of grant is not known here.');
    const [code = '', redirectUri = '', verifier = ''] = ['code', 'redirect_uri', 'code_verifier'].map(
      (name) => form.get(name),
    );
    return tokens.forGrant(requests.redeem(code, client, redirectUri, verifier));
  });
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** Nobody stays signed in here, so that there is nothing to end but the way back (RP-Initiated Logout 1.0). */
function addSignOut(server: FastifyInstance, { clients }: IdentityProviderOptions): void {
  server.get('/end-session', async ({ query }, reply) => {
    const { client_id: id, post_logout_redirect_uri: uri } = query as Readonly<Record<string, unknown>>;
    const client = clients.find((one) => one.id === id);
    const back = client?.signOutUris.find((one) => one === uri);
    if (back === undefined) throw new Refusal('invalid_request', 'The address is not registered.');
    return reply.redirect(back, 303);
  });
}
