import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { countedLibrary } from './counted-library.ts';
import { post, signed } from './gateway-of-the-test.ts';
import type { Received } from './gateway-of-the-test.ts';
import { openGuarded } from './open-guarded.ts';
import type { Guarded } from './open-guarded.ts';
import { vectors } from './vectors.ts';
import type { RequestVector } from './vectors.ts';

let guarded: Guarded;

beforeAll(async () => {
  const { agency, at, clockSkewSeconds } = vectors;
  expect(agency).toBe('justice');
  const { subgraph } = countedLibrary();
  guarded = await openGuarded(subgraph, { clockSkewSeconds, now: () => new Date(at) });
});

afterAll(() => guarded.close());

function send({ method, targetUri, headers, body }: RequestVector): Promise<Received> {
  const { host, pathname, search } = new URL(targetUri);
  return post(guarded.url, { method, path: `${pathname}${search}`, headers: { ...headers, host }, body });
}

/** Any answer but one of what was asked: another path is not found, another method not allowed. */
const refusals = [401, 404, 405];

describe('a request of the wire contract', () => {
  // The refused ones first: they bear the nonce of one that is accepted, and must fail by themselves.
  test.each(vectors.requests.filter(({ accepted }) => !accepted))('$name is refused', async (vector) => {
    const { status, body } = await send(vector);
    expect(refusals).toContain(status);
    expect(body.data).toBeUndefined();
  });

  test.each(vectors.requests.filter(({ accepted }) => accepted))('$name is answered', async (vector) => {
    expect(await send(vector)).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
  });
});

describe('a context token of the wire contract', () => {
  const { at, tokens } = vectors;
  const created = Math.floor(new Date(at).getTime() / 1000);

  test.each(tokens)('$name is taken as it should be', async ({ token, accepted }) => {
    const { status } = await post(guarded.url, signed(guarded.url, { token, created }));
    expect(status).toBe(accepted ? 200 : 401);
  });
});
