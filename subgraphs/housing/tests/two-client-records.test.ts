import { beforeAll, expect, test } from '@jest/globals';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { askHousing, nodesOf, resident, seededDatabase, type Page } from './made-up/index.ts';

interface Housing {
  readonly clients: readonly { readonly firstName: string }[];
  readonly enrollments: Page<{ readonly entryDate: string }>;
}

eachDialect('two client records of one resident', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase(open);
  });
  const page = (values: string): Promise<Housing> =>
    askHousing(
      database,
      resident.withTwoRecords,
      `clients { firstName } enrollments(${values}) { edges { cursor node { entryDate } } pageInfo { hasNextPage endCursor } }`,
    );

  test('both stand under the resident, each as its clerk wrote it', async () => {
    const { clients } = await page('first: 5');
    expect(clients.map(({ firstName }) => firstName).sort()).toEqual(['Robin', 'Robyn']);
  });

  test('enrollments page newest first across both', async () => {
    const first = (await page('first: 2')).enrollments;
    expect(nodesOf(first).map(({ entryDate }) => entryDate)).toEqual(['2025-06-01', '2024-02-02']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await page(`first: 2, after: "${first.pageInfo.endCursor}"`)).enrollments;
    expect(nodesOf(second).map(({ entryDate }) => entryDate)).toEqual(['2023-05-01']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});
