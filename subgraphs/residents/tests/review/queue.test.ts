import { expect, test } from '@jest/globals';
import { eachDialect, executeOperation } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../../src/index.ts';
import { loaded, openDesk, questionOf, type TestDesk } from './open-desk.ts';

interface Page {
  readonly edges: readonly { readonly node: { readonly kind: string; readonly record: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

eachDialect('the queue of questions', (open) => {
  test('has what may be wrong now first, then the oldest, page by page without a gap', async () => {
    const desk = await withQuestions(open);
    const whole = await queue(desk, '(first: 50)');
    expect(whole.edges.map(({ node }) => `${node.kind} ${node.record}`)).toEqual([
      'POSSIBLE_OVERLAY j1',
      'POSSIBLE_MATCH b1',
      'POSSIBLE_MATCH b2',
    ]);
    const first = await queue(desk, '(first: 2)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await queue(desk, `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([...first.edges, ...second.edges]).toEqual(whole.edges);
  });

  test('is narrowed by where questions stand and by what is asked', async () => {
    const desk = await withQuestions(open);
    await desk.settle(await questionOf(desk, 'POSSIBLE_OVERLAY'), 'ann', 'CANNOT_TELL');
    const shown = async (filter: string): Promise<readonly string[]> =>
      (await queue(desk, `(filter: { ${filter} })`)).edges.map(({ node }) => node.record);
    expect(await shown('')).toEqual(['b1', 'b2']);
    expect(await shown('statuses: [DECIDED]')).toEqual(['j1']);
    expect(await shown('kinds: [POSSIBLE_OVERLAY]')).toEqual([]);
    expect(await shown('statuses: [OPEN, DECIDED], kinds: [POSSIBLE_OVERLAY, AUDIT]')).toEqual(['j1']);
  });

  test('cannot be worked on by a request that does not say who asks', async () => {
    const desk = await withQuestions(open);
    const id = await questionOf(desk, 'POSSIBLE_OVERLAY');
    const query = `mutation ($id: ID!) { claimReview(input: { id: $id, expectedVersion: 1 }) { refusal } }`;
    const { data } = await executeOperation(residents, desk.database, { query, variables: { id } });
    expect(data).toEqual({ claimReview: { refusal: 'NO_REQUESTER' } });
    expect(await desk.versionOf(id)).toBe(1);
  });
});

async function withQuestions(open: Parameters<typeof openDesk>[0]): Promise<TestDesk> {
  const desk = await openDesk(open);
  await loaded(desk, { h1: 'a', b1: 'A', h2: 'x', b2: 'X', h3: 'm', j1: 'm' });
  await loaded(desk, { j1: 'q' });
  return desk;
}

async function queue({ database }: TestDesk, parameters: string): Promise<Page> {
  const query = `{ reviewQueue${parameters} { edges { node { kind record } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await executeOperation(residents, database, { query });
  expect(errors).toBeUndefined();
  return data?.['reviewQueue'] as Page;
}
