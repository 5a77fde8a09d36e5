import { createHash, createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { request as httpRequest } from 'node:http';

import { vectors } from './vectors.ts';

/** What a request of the test's gateway says, where it differs from the usual. */
export interface Sent {
  readonly query?: string;
  readonly variables?: unknown;
  /** Claims of the context token, over those of the vectors. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  readonly decided?: readonly string[];
  readonly nonce?: string;
  readonly created?: number;
  readonly key?: Readonly<Record<string, string>>;
  readonly algorithm?: 'hmac-sha256' | 'ed25519';
}

/** A request that is ready to be sent, once or often. */
export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Received {
  readonly status: number;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly path?: unknown;
      readonly extensions?: { readonly code?: string };
    }[];
  };
}

/** A context token by the vectors' key. */
export function tokenOf(
  claims: Readonly<Record<string, unknown>>,
  key: Readonly<Record<string, string>> = vectors.gatewayKey,
): string {
  const header = { alg: 'EdDSA', kid: key['kid'], typ: 'resident-graph-context+jwt' };
  const content = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign(null, Buffer.from(content), createPrivateKey({ key, format: 'jwk' }));
  return `${content}.${signature.toString('base64url')}`;
}

/** Signs as the wire contract says, in a few lines of its own. */
export function signed(url: string, sent: Sent = {}): Signed {
  const now = Math.floor(Date.now() / 1000);
  const {
    query = '{ __typename }',
    variables = {},
    decided = [],
    created = now,
    nonce = randomUUID(),
  } = sent;
  const { key = vectors.gatewayKey, algorithm = 'hmac-sha256' } = sent;
  const body = JSON.stringify({ query, variables });
  const claims = { ...vectors.claims, iat: now, exp: now + 60, ...sent.claims };
  const headers: Record<string, string> = {
    'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    'resident-graph-context': sent.token ?? tokenOf(claims, key),
    ...(decided.length > 0 && { 'resident-graph-decided': decided.join(', ') }),
  };
  const components = [['@method', 'POST'], ['@target-uri', url], ...Object.entries(headers)];
  const secret = Buffer.from(vectors.secret, 'base64');
  const secretId = createHash('sha256').update(secret).digest('hex').slice(0, 16);
  const keyid = algorithm === 'ed25519' ? key['kid'] : secretId;
  const names = components.map(([name]) => `"${name}"`).join(' ');
  const params = `(${names});created=${created};nonce="${nonce}";keyid="${keyid}";alg="${algorithm}";tag="resident-graph"`;
  const lines = components.map(([name, value]) => `"${name}": ${value}\n`).join('');
  const base = `${lines}"@signature-params": ${params}`;
  const signature =
    algorithm === 'ed25519'
      ? sign(null, Buffer.from(base), createPrivateKey({ key, format: 'jwk' }))
      : createHmac('sha256', secret).update(base).digest();
  return {
    body,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'signature-input': `gateway=${params}`,
      signature: `gateway=:${signature.toString('base64')}:`,
    },
  };
}

interface Posting {
  readonly method?: string;
  readonly path?: string;
  /** Names and values in turns, so that a name may come twice; else by name. */
  readonly headers: Readonly<Record<string, string>> | readonly string[];
  readonly body: string;
  /** Sent in pieces of this many bytes, chunked. */
  readonly pieces?: number;
}

/** Sends just these headers and bytes; `fetch` would correct some of them. */
export function post(
  url: string,
  { method = 'POST', path, headers, body, pieces }: Posting,
): Promise<Received> {
  const { hostname, port, pathname, search } = new URL(url);
  const length = pieces === undefined ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      {
        host: hostname,
        port,
        method,
        path: path ?? `${pathname}${search}`,
        headers: isInTurns(headers) ? [...headers] : { ...headers, ...length },
        agent: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Received['body'] }),
        );
      },
    );
    sending.on('error', reject);
    for (const piece of piecesOf(Buffer.from(body), pieces)) sending.write(piece);
    sending.end();
  });
}

function isInTurns(headers: Posting['headers']): headers is readonly string[] {
  return Array.isArray(headers);
}

function piecesOf(bytes: Buffer, size = bytes.length): readonly Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
