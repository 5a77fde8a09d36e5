import { createHmac, createPrivateKey, sign } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import { decodeJwt, jwtVerify } from 'jose';

import {
  contentDigest,
  createRequestSigner,
  signatureBase,
} from '../../../src/authorization/signing/index.ts';
import type { RequestSigner } from '../../../src/execution/index.ts';
import { categoriesOf, caller, contextOf } from './requester.ts';
import { keys, secrets, vectors } from './vectors.ts';

const agency = { name: vectors.agency, url: 'http://127.0.0.1:4105/graphql' };
const body = '{"query":"{ __typename }"}';
let clock = new Date(vectors.at);
const now = (): Date => clock;

function signer(different: Partial<Parameters<typeof createRequestSigner>[0]> = {}): RequestSigner {
  return createRequestSigner({ keys, secrets, algorithm: 'hmac-sha256', categoriesOf, now, ...different });
}

function headersFor(by: RequestSigner, context: unknown = contextOf(), to = agency) {
  const request = { agency: to.name, query: '', variables: {}, operationName: null, requestId: 'r' };
  return by.headersFor({ ...request, signal: new AbortController().signal, context }, to, body);
}

const tokenIn = (headers: Readonly<Record<string, string>>): string =>
  headers['resident-graph-context'] ?? '';

describe('signatures are those of the standards', () => {
  test.each(vectors.examples)(
    'the example of $section',
    ({ components, params, alg, secret, key, signature }) => {
      const base = signatureBase(components, params);
      const made =
        alg === 'ed25519'
          ? sign(null, Buffer.from(base), createPrivateKey({ key: key ?? {}, format: 'jwk' }))
          : createHmac('sha256', Buffer.from(secret ?? '', 'base64'))
              .update(base)
              .digest();
      expect(made.toString('base64')).toBe(signature);
    },
  );

  test.each(vectors.digests)('the digest of $body', ({ body: text, value }) => {
    expect(contentDigest(text)).toBe(value);
    expect(contentDigest(Buffer.from(text))).toBe(value);
  });
});

describe('a request to an agency', () => {
  const accepted = vectors.requests.filter((vector) => vector.accepted);

  test.each(accepted)('is signed as the vector "$name"', ({ headers, signatureBase: base = '' }) => {
    const secret = secrets.get(vectors.agency)?.[0]?.key;
    const [, signature] = /^gateway=:(.*):$/.exec(headers['signature'] ?? '') ?? [];
    expect(secret && createHmac('sha256', secret).update(base).digest('base64')).toBe(signature);
  });

  test('carries what the vectors carry, and a digest and signature of its own', () => {
    const headers = headersFor(
      signer(),
      contextOf({ decidedCategories: ['custody-record', 'justice-section'] }),
    );
    const [vector] = vectors.requests;
    expect(Object.keys(headers)).toEqual(
      Object.keys(vector?.headers ?? {}).filter((name) => name !== 'content-type'),
    );
    expect(headers['resident-graph-decided']).toBe('custody-record, justice-section');
    expect(headers['content-digest']).toBe(contentDigest(body));
    const pattern = (vector?.headers['signature-input'] ?? '').replace(/nonce="[^"]*"/, 'nonce="…"');
    expect(headers['signature-input']?.replace(/nonce="[\w-]{16,64}"/, 'nonce="…"')).toBe(pattern);
  });

  test('says of the caller and of the categories of that agency what the vectors’ token says', async () => {
    const token = tokenIn(headersFor(signer()));
    const { protectedHeader } = await jwtVerify(token, keys.publicKeys.get('gateway-1') ?? new Uint8Array(), {
      audience: vectors.agency,
      currentDate: now(),
    });
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'gateway-1', typ: 'resident-graph-context+jwt' });
    expect(decodeJwt(token)).toEqual(vectors.claims);
  });

  test('says of a resident who asks, of limits of the token and of nobody in particular that it is so', () => {
    const who = { ...caller, residentId: 'r1', purposesOfUse: ['PATRQT'], isAnonymous: true as const };
    expect(decodeJwt(tokenIn(headersFor(signer(), contextOf({}, who))))).toMatchObject({
      resident_id: 'r1',
      purposes_of_use: ['PATRQT'],
      anonymous: true,
    });
  });

  test('tells one agency nothing of what another owns', () => {
    const to = { name: vectors.otherAgency, url: 'http://127.0.0.1:4102/graphql' };
    const token = decodeJwt(tokenIn(headersFor(signer(), contextOf(), to)));
    expect(token).toMatchObject({ aud: 'benefits', permitted: [], undetermined: [], concealed: [] });
  });

  test('is never signed twice alike', () => {
    const by = signer();
    const inputs = Array.from({ length: 1000 }, () => headersFor(by)['signature-input']);
    expect(new Set(inputs).size).toBe(1000);
  });

  test('names the target without user and fragment, and with its query', () => {
    const to = { name: vectors.agency, url: 'http://user:word@127.0.0.1:4105/graphql?a=b#c' };
    const headers = headersFor(signer(), contextOf(), to);
    const params = (headers['signature-input'] ?? '').replace(/^gateway=/, '');
    const base = signatureBase(
      [
        ['@method', 'POST'],
        ['@target-uri', 'http://127.0.0.1:4105/graphql?a=b'],
        ['content-digest', headers['content-digest'] ?? ''],
        ['resident-graph-context', tokenIn(headers)],
      ],
      params,
    );
    const key = secrets.get(vectors.agency)?.[0]?.key;
    expect(headers['signature']).toBe(
      `gateway=:${key && createHmac('sha256', key).update(base).digest('base64')}:`,
    );
  });

  test('is signed by the key where that is chosen, without a secret', () => {
    const headers = headersFor(signer({ algorithm: 'ed25519', secrets: new Map() }));
    expect(headers['signature-input']).toContain('keyid="gateway-1";alg="ed25519"');
  });

  test.each([
    ['says nothing of who asks', undefined, agency],
    ['says something else of who asks', { caller: 'somebody' }, agency],
    ['goes to an agency without a secret', contextOf(), { name: 'library', url: agency.url }],
  ])('is not sent if it %s', (_what, context, to) => {
    expect(() => headersFor(signer(), context ?? null, to)).toThrow(TypeError);
  });
});

describe('a context token', () => {
  test('is made once for the same decisions, and anew well before it ends', () => {
    const by = signer();
    const context = contextOf();
    const first = tokenIn(headersFor(by, context));
    clock = new Date(new Date(vectors.at).getTime() + 44_000);
    expect(tokenIn(headersFor(by, context))).toBe(first);
    clock = new Date(new Date(vectors.at).getTime() + 45_000);
    const second = decodeJwt(tokenIn(headersFor(by, context)));
    clock = new Date(vectors.at);
    expect((second.exp ?? 0) - (decodeJwt(first).exp ?? 0)).toBe(45);
  });

  test('is made anew for another table, another epoch and another agency', () => {
    const by = signer();
    const context = contextOf();
    const to = { name: vectors.otherAgency, url: agency.url };
    const tokens = [
      headersFor(by, context),
      headersFor(by, contextOf()),
      headersFor(by, { ...context, epoch: 8 }),
      headersFor(by, context, to),
      headersFor(by, contextOf({}, { ...caller, subject: 'another' })),
    ].map((headers) => decodeJwt(tokenIn(headers)));
    expect(tokens.map(({ epoch }) => epoch)).toEqual([7, 7, 8, 7, 7]);
    expect(tokens.map(({ aud }) => aud)).toEqual(['justice', 'justice', 'justice', 'benefits', 'justice']);
    expect(tokens.at(-1)?.sub).toBe('another');
  });
});
