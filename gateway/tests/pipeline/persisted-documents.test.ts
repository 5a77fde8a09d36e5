import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { createPersistedDocuments } from '../../src/operation/index.ts';
import { post } from '../world/post.ts';
import { runningGateway } from '../world/running-gateway.ts';

const query = '{ greeting }';
const data = { greeting: 'Hello, world' };

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function persisted(text: string, hash = hashOf(text)): { readonly extensions: object } {
  return { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
}

function refusal(code: string, status = 400): readonly [number, object] {
  return [status, { errors: [{ extensions: { code } }] }];
}

describe('a document is asked for by its hash', () => {
  test('once it was sent with its hash', async () => {
    const gateway = await runningGateway();
    expect(await post(gateway, persisted(query))).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
    expect(await post(gateway, { query, ...persisted(query) })).toEqual([200, { data }]);
    expect(await post(gateway, persisted(query))).toEqual([200, { data }]);
  });

  test('also by GET, and by a prefixed documentId', async () => {
    const gateway = await runningGateway();
    await post(gateway, { query, ...persisted(query) });
    const extensions = JSON.stringify(persisted(query).extensions);
    const response = await gateway.fetch(`/graphql?${new URLSearchParams({ extensions }).toString()}`);
    expect(await response.json()).toEqual({ data });
    expect(await post(gateway, { documentId: `sha256:${hashOf(query)}` })).toEqual([200, { data }]);
  });

  test('and an unknown one is told so that client libraries know what to do', async () => {
    const gateway = await runningGateway();
    const [status, { errors }] = await post(gateway, persisted(query), 'application/json');
    expect([status, errors?.[0]?.message]).toEqual([200, 'PersistedQueryNotFound']);
  });

  test('but not if it came without one', async () => {
    const gateway = await runningGateway();
    await post(gateway, { query });
    expect(await post(gateway, persisted(query))).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  });

  test('but not before its caller is known', async () => {
    const gateway = await runningGateway();
    await post(gateway, { query, ...persisted(query) });
    const init = { method: 'POST', headers: { authorization: '', 'content-type': 'application/json' } };
    const response = await gateway.fetch('/graphql', { ...init, body: JSON.stringify(persisted(query)) });
    expect(response.status).toBe(401);
  });
});

describe('a document is not registered', () => {
  test('under a hash that is not its own', async () => {
    const gateway = await runningGateway();
    const wrong = persisted(query, hashOf('{ fails }'));
    expect(await post(gateway, { query, ...wrong })).toMatchObject(refusal('PERSISTED_QUERY_HASH_MISMATCH'));
    expect(await post(gateway, wrong)).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
    expect(gateway.engine.requests).toHaveLength(0);
  });

  test.each(['{ nonsense }', '{ greeting'])('if it is not valid: %s', async (text) => {
    const gateway = await runningGateway();
    expect((await post(gateway, { query: text, ...persisted(text) }))[0]).toBe(400);
    expect(await post(gateway, persisted(text))).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  });
});

test.each<[object]>([
  [{ extensions: { persistedQuery: { version: 2, sha256Hash: 'a' } } }],
  [{ extensions: { persistedQuery: { version: 1 } } }],
  [{ extensions: { persistedQuery: { version: 1, sha256Hash: ['a'] } } }],
  [{ extensions: { persistedQuery: 'a' } }],
  [{ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(257) } } }],
  [{ documentId: 7 }],
  [{ documentId: '' }],
  [{ documentId: 'a', query }],
  [{ documentId: 'a', ...persisted(query) }],
  [{ query: null }],
])('a request that does not say well which document it means is refused: %j', async (body) => {
  const gateway = await runningGateway();
  expect(await post(gateway, body)).toMatchObject(refusal('BAD_REQUEST'));
});

test.each(['__proto__', 'constructor', 'toString'])('%s is a hash like any other', async (hash) => {
  const gateway = await runningGateway();
  expect(await post(gateway, persisted(query, hash))).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  expect(await post(gateway, { documentId: hash })).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
});

test('the texts that are kept have bounded bytes, the least recently used leaving first', () => {
  const documents = createPersistedDocuments(10);
  documents.keep('a', '12345');
  documents.keep('b', '12345');
  documents.find('a');
  documents.keep('c', '1234é');
  documents.keep('too long', 'x'.repeat(11));
  expect(['a', 'b', 'c', 'too long'].map((hash) => documents.find(hash) ?? null)).toEqual([
    null,
    null,
    '1234é',
    null,
  ]);
});
