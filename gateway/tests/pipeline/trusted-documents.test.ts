import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';
import { smallSupergraph } from '../world/fake-engine.ts';
import { post } from '../world/post.ts';
import type { RunningGateway } from '../world/running-gateway.ts';
import { runningGateway } from '../world/running-gateway.ts';

const greeting = 'query Greeting { greeting }';
const both = 'query One { greeting } query Two { resident(id: "1") { name } }';
const data = { greeting: 'Hello, world' };

function manifest(bodies: Readonly<Record<string, string>>): string {
  const operations = Object.entries(bodies).map(([id, body]) => ({ id, name: 'Any', type: 'query', body }));
  return JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
}

async function fileOf(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'trusted-documents-')), 'manifest.json');
  await writeFile(file, text);
  return file;
}

async function trusting(
  text: string,
  flags: Record<string, string> = {},
): Promise<{ gateway: RunningGateway; file: string }> {
  const file = await fileOf(text);
  return { gateway: await runningGateway({ 'operations.trustedDocuments': file, ...flags }), file };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const onlyTrusted = { 'operations.acceptOnlyTrusted': 'true' };

function refusal(code: string): readonly [number, object] {
  return [400, { errors: [{ extensions: { code } }] }];
}

describe('trusted documents', () => {
  test('are asked for by documentId, by hash, or by their text', async () => {
    const { gateway } = await trusting(manifest({ [hashOf(greeting)]: greeting }), onlyTrusted);
    const sha256Hash = hashOf(greeting);
    for (const body of [
      { documentId: sha256Hash },
      { documentId: `sha256:${sha256Hash}` },
      { extensions: { persistedQuery: { version: 1, sha256Hash } } },
      { query: greeting },
      { query: greeting, extensions: { persistedQuery: { version: 1, sha256Hash } } },
    ])
      expect(await post(gateway, body)).toEqual([200, { data }]);
  });

  test('can have ids of any kind, and hold several operations', async () => {
    const { gateway } = await trusting(manifest({ constructor: both }));
    expect(await post(gateway, { documentId: 'constructor', operationName: 'One' })).toEqual([200, { data }]);
    expect(await post(gateway, { documentId: 'constructor' })).toMatchObject(
      refusal('OPERATION_RESOLUTION_FAILURE'),
    );
  });

  test('are planned before the first request, each operation once', async () => {
    const { gateway } = await trusting(manifest({ a: greeting, b: both }));
    const planned = [`${hashOf(greeting)}:Greeting`, `${hashOf(both)}:One`, `${hashOf(both)}:Two`];
    expect(gateway.engine.planned).toEqual(planned);
    await post(gateway, { documentId: 'a' });
    expect(gateway.engine.planned.at(-1)).toBe(planned[0]);
  });

  test('are planned as they are asked where accounts are kept of whom answers disclose', async () => {
    await using folder = await copyOfThreeAgencies();
    const { gateway } = await trusting(manifest({ a: 'query One { resident(id: "1") { name } }' }), {
      'authorization.enforce': 'true',
      'authorization.database': `sqlite:${folder.path('governance.sqlite')}`,
      'ledger.directory': folder.path('ledger'),
    });
    expect(gateway.engine.planned).toEqual([expect.stringMatching(/^pruned:/)]);
    await gateway.stop();
  });

  test('are planned anew for a changed supergraph, before it comes into force', async () => {
    const { gateway } = await trusting(manifest({ a: greeting }));
    await gateway.source.change(smallSupergraph('second'));
    expect(gateway.engine.planned).toHaveLength(2);
  });

  test('that do not fit the supergraph are logged, and hold up no other', async () => {
    const { gateway } = await trusting(manifest({ bad: '{ nonsense }', a: greeting }));
    expect(gateway.log).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('does not fit') }),
    );
    expect(await post(gateway, { documentId: 'bad' })).toMatchObject(refusal('GRAPHQL_VALIDATION_FAILED'));
    expect(await post(gateway, { documentId: 'a' })).toEqual([200, { data }]);
  });

  test('still stand beside others unless only they are accepted', async () => {
    const { gateway } = await trusting(manifest({ a: greeting }));
    expect((await post(gateway, { query: '{ greeting }' }))[0]).toBe(200);
    expect(await post(gateway, { documentId: 'b' })).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  });
});

describe('where only trusted documents are accepted, others are refused', () => {
  test.each<[object]>([
    [{ query: '{ greeting }' }],
    [{ query: '{ __schema { types { name } } }' }],
    [{ documentId: 'b' }],
    [{ documentId: '__proto__' }],
    [
      {
        query: '{ greeting }',
        extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ greeting }') } },
      },
    ],
    [{ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ greeting }') } } }],
    [{ query: '{ not even GraphQL' }],
  ])('%j', async (body) => {
    const { gateway } = await trusting(manifest({ a: greeting }), onlyTrusted);
    expect(await post(gateway, body)).toMatchObject(refusal('DOCUMENT_NOT_TRUSTED'));
    expect(gateway.engine.requests).toHaveLength(0);
  });
});

describe('a changed file of trusted documents', () => {
  test('is taken over, planned already, and what it no longer has is trusted no longer', async () => {
    const { gateway, file } = await trusting(manifest({ a: greeting }), onlyTrusted);
    await writeFile(file, manifest({ b: both }));
    await until(() => gateway.log.some(({ message }) => message.startsWith('Changed trusted documents are')));
    expect(gateway.engine.planned).toContain(`${hashOf(both)}:Two`);
    expect(await post(gateway, { documentId: 'b', operationName: 'One' })).toEqual([200, { data }]);
    expect(await post(gateway, { documentId: 'a' })).toMatchObject(refusal('DOCUMENT_NOT_TRUSTED'));
  });

  test('is refused if it is broken, and the last good one stays', async () => {
    const { gateway, file } = await trusting(manifest({ a: greeting }), onlyTrusted);
    await writeFile(file, '{');
    await until(() => gateway.log.some(({ message }) => message.includes('were refused')));
    expect(await post(gateway, { documentId: 'a' })).toEqual([200, { data }]);
  });
});

describe('the gateway does not start with trusted documents that it could not serve', () => {
  test.each<[string, string]>([
    ['no JSON', '{'],
    ['another format', JSON.stringify({ format: 'x', version: 1, operations: [] })],
    ['another version', manifest({}).replace('"version":1', '"version":2')],
    ['an operation without a text', manifest({ a: '' })],
    ['a text that is not GraphQL', manifest({ a: '{ a' })],
    ['a text beyond the limits', manifest({ a: `{ ${'a '.repeat(30)} }` })],
    ['two texts of one id', manifest({ a: greeting, b: both }).replace('"id":"b"', '"id":"a"')],
  ])('%s', async (_, text) => {
    await expect(trusting(text)).rejects.toMatchObject({ code: 'TRUSTED_DOCUMENTS_UNREADABLE' });
  });

  test('a file that is not there', async () => {
    await expect(runningGateway({ 'operations.trustedDocuments': '/nowhere' })).rejects.toMatchObject({
      code: 'TRUSTED_DOCUMENTS_UNREADABLE',
    });
  });

  test('none at all where only they are accepted', async () => {
    await expect(runningGateway(onlyTrusted)).rejects.toThrow('operations.trustedDocuments');
  });
});
