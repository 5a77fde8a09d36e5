import { describe, expect, test } from '@jest/globals';

import { runningGateway } from '../world/running-gateway.ts';
import type { RunningGateway } from '../world/running-gateway.ts';
import { brokenDocuments } from './broken-documents.ts';
import { expensiveDocuments } from './expensive-documents.ts';
import type { HostileDocument } from './hostile-document.ts';
import { hostileVariables } from './hostile-variables.ts';

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function send(gateway: RunningGateway, query: string, variables = '{}'): Promise<[number, Body]> {
  const headers = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const response = await gateway.fetch('/graphql', { method: 'POST', headers, body });
  return [response.status, (await response.json()) as Body];
}

async function outcome(gateway: RunningGateway, { query, variables }: HostileDocument): Promise<string> {
  const [status, { data, errors = [] }] = await send(gateway, query, variables);
  return [status, errors[0]?.extensions.code, ...(data === undefined ? [] : ['with data'])].join(' ');
}

describe.each<[string, readonly HostileDocument[]]>([
  ['what costs too much', expensiveDocuments],
  ['what nobody could mean', brokenDocuments],
  ['hostile variables', hostileVariables],
])('%s', (_, documents) => {
  test('is refused with a code of the catalogue, and no agency hears of it', async () => {
    // Not to be refused because of what else the machine does at the time.
    const gateway = await runningGateway({ 'http.maximumDelayMilliseconds': '600000' });
    const outcomes: Record<string, string> = {};
    // One after the other, so that a failure is the document's own.
    // oxlint-disable-next-line no-await-in-loop
    for (const document of documents) outcomes[document.name] = await outcome(gateway, document);
    expect(outcomes).toEqual(Object.fromEntries(documents.map(({ name, code }) => [name, `400 ${code}`])));
    expect([gateway.engine.planned, gateway.engine.requests]).toEqual([[], []]);
    expect(await send(gateway, '{ greeting }')).toEqual([200, { data: { greeting: 'Hello, world' } }]);
  });
});

test('no two hostile documents have one name', () => {
  for (const documents of [expensiveDocuments, brokenDocuments, hostileVariables]) {
    expect(new Set(documents.map(({ name }) => name)).size).toBe(documents.length);
  }
});

describe("a name that JavaScript's objects have of their own is a name like any other", () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    '%s',
    async (name) => {
      const gateway = await runningGateway();
      const query = `query ${name} ($${name}: String) { ${name}: greeting(name: $${name}) ...${name} } fragment ${name} on Query { x: greeting }`;
      const [status, { data }] = await send(gateway, query, `{"${name}":"Ada"}`);
      expect(status).toBe(200);
      expect(Object.entries(data as object)).toEqual([
        [name, 'Hello, Ada'],
        ['x', 'Hello, world'],
      ]);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );
});
