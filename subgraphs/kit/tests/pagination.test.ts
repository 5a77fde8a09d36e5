import { beforeAll, describe, expect, test } from '@jest/globals';
import { connectionOf, pageByKey, pageSize } from '@resident-graph/subgraph-kit';
import type { Connection, Database } from '@resident-graph/subgraph-kit';
import { countStatements, eachDialect } from '@resident-graph/subgraph-kit/testing';
import * as fc from 'fast-check';

interface VisitRow {
  readonly VISIT_ID: number;
  readonly OWNER: string;
  readonly SEEN_DT: string | null;
}

type Order = 'asc' | 'desc';

const owners = ['a', 'b', 'c', 'd'];

/** Few days and many visits, so that ties and missing days are common. */
const visits = fc.uniqueArray(
  fc.record({
    VISIT_ID: fc.integer({ min: 1, max: 500 }),
    OWNER: fc.constantFrom(...owners),
    SEEN_DT: fc.option(fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03')),
  }),
  { selector: ({ VISIT_ID }) => VISIT_ID, maxLength: 40 },
);

const loaderOver = (database: Database, order: Order) =>
  pageByKey<VisitRow, string>(database, {
    table: 'VISIT',
    key: 'OWNER',
    orderBy: { column: 'SEEN_DT', order },
    tieBreaker: 'VISIT_ID',
  });

/** The order that pages promise, written down without a database: no value last, ties in the same direction. */
function expectedOrder(rows: readonly VisitRow[], keys: readonly string[], order: Order): readonly number[] {
  const direction = order === 'asc' ? 1 : -1;
  const rank = ({ SEEN_DT }: VisitRow): string => SEEN_DT ?? (order === 'asc' ? '9' : '0');
  return rows
    .filter(({ OWNER }) => keys.includes(OWNER))
    .toSorted((a, b) => direction * (rank(a).localeCompare(rank(b)) || a.VISIT_ID - b.VISIT_ID))
    .map(({ VISIT_ID }) => VISIT_ID);
}

async function walk(
  load: (after: string | null) => Promise<Connection<VisitRow>>,
): Promise<readonly number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo } = await load(after);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...edges.map(({ node }) => node.VISIT_ID));
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
}

eachDialect('pages', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.schema.createTable('VISIT', (table) => {
      table.integer('VISIT_ID').primary();
      table.string('OWNER', 10);
      table.date('SEEN_DT');
    });
  });

  const fill = async (rows: readonly VisitRow[]): Promise<void> => {
    await database('VISIT').delete();
    if (rows.length > 0) await database('VISIT').insert([...rows]);
  };

  test('walking all pages gives the ordered whole, whatever the page size, local ids and ties', async () => {
    const anyKeys = fc.uniqueArray(fc.constantFrom(...owners), { minLength: 1 });
    const anySize = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(
        visits,
        anyKeys,
        anySize,
        fc.constantFrom<Order>('asc', 'desc'),
        async (rows, keys, first, order) => {
          await fill(rows);
          const pages = loaderOver(database, order);
          const seen = await walk((after) => pages.load({ keys, first, after }));
          expect(seen).toEqual(expectedOrder(rows, keys, order));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('pages of many residents cost one statement, and two after a cursor', async () => {
    await fill(owners.map((OWNER, index) => ({ VISIT_ID: index + 1, OWNER, SEEN_DT: '2026-01-01' })));
    const pages = loaderOver(database, 'asc');
    const count = countStatements(database);
    const found = await Promise.all(owners.map((owner) => pages.load({ keys: [owner], first: 1 })));
    expect(found.map(({ edges }) => edges[0]?.node.OWNER)).toEqual(owners);
    expect(count.statements).toBe(1);
    count.reset();
    await pages.load({ keys: ['a'], first: 1, after: found[0]?.pageInfo.endCursor });
    count.stop();
    expect(count.statements).toBe(2);
  });

  test('pages of different sizes do not disturb each other', async () => {
    await fill([1, 2, 3].map((VISIT_ID) => ({ VISIT_ID, OWNER: 'a', SEEN_DT: null })));
    const pages = loaderOver(database, 'asc');
    const found = await Promise.all([1, 3, 2].map((first) => pages.load({ keys: ['a'], first })));
    expect(found.map(({ edges }) => edges.length)).toEqual([1, 3, 2]);
    expect(found.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false, true]);
  });

  test("a cursor of another resident's list is refused", async () => {
    await fill(owners.map((OWNER, index) => ({ VISIT_ID: index + 1, OWNER, SEEN_DT: null })));
    const pages = loaderOver(database, 'asc');
    const { pageInfo } = await pages.load({ keys: ['a'], first: 1 });
    await expect(pages.load({ keys: ['b'], first: 1, after: pageInfo.endCursor })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
    });
  });

  test.each(['', 'nonsense', 'e30', 'IngnIG9yIDE9MSI', 'OTk5OTk', 'MQ=='])(
    'the cursor %j is refused',
    async (after) => {
      await fill([{ VISIT_ID: 1, OWNER: 'a', SEEN_DT: null }]);
      const refused = loaderOver(database, 'asc').load({ keys: ['a'], first: 1, after });
      await expect(refused).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    },
  );

  test('no local ids are an empty page without a statement', async () => {
    const count = countStatements(database);
    const { edges } = await loaderOver(database, 'asc').load({ keys: [], first: 5 });
    count.stop();
    expect([edges, count.statements]).toEqual([[], 0]);
  });

  test('a page that the database cannot read is an error that names the table', async () => {
    const pages = pageByKey(database, {
      table: 'VISIT',
      key: 'OWNER',
      orderBy: { column: 'NO_SUCH', order: 'asc' },
      tieBreaker: 'VISIT_ID',
    });
    await expect(pages.load({ keys: ['a'], first: 1 })).rejects.toMatchObject({
      name: 'LoaderError',
      table: 'VISIT',
    });
  });
});

describe('pages of a list in memory', () => {
  test('walking all pages gives the whole list', async () => {
    const lists = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 10 }), async (ids, first) => {
        const nodes = ids.map((VISIT_ID) => ({ VISIT_ID, OWNER: 'a', SEEN_DT: null }));
        const seen = await walk((after) =>
          Promise.resolve(connectionOf(nodes, { first, after }, ({ VISIT_ID }) => String(VISIT_ID))),
        );
        expect(seen).toEqual(ids);
      }),
    );
  });

  test('a cursor of no entry is refused', () => {
    expect(() => connectionOf(['x'], { first: 1, after: 'IllZIg' }, (node) => node)).toThrow('The cursor');
  });
});

describe('the size of a page', () => {
  test('is 20 when nothing is asked', () => {
    expect([pageSize(undefined), pageSize(null)]).toEqual([20, 20]);
  });

  test.each([0, -1, 201, 1.5, Number.NaN])('is not %p', (first) => {
    expect(() => pageSize(first)).toThrow('first is a number from 1 to 200');
  });

  test.each([1, 200])('may be %p', (first) => {
    expect(pageSize(first)).toBe(first);
  });
});
