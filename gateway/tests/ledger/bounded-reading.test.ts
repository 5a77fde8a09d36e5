import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import type { Database } from '../../src/governance/index.ts';
import type { DisclosurePosition, DisclosureQuestion, View } from '../../src/ledger/reading/index.ts';
import { positionOf, readDisclosures, readVisible } from '../../src/ledger/reading/index.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { callerOf } from '../governance/world/people.ts';
import type { TestLedger } from './world/test-ledger.ts';
import { memoryLog } from './world/memory-log.ts';
import { decision, testLedger, testLedgerOver } from './world/test-ledger.ts';

type Row = Readonly<Record<string, unknown>>;

/** A row of a disclosure that its resident sees, and one of a disclosure that is hidden from them. */
async function twoRows(world: TestLedger): Promise<readonly [Row, Row]> {
  await world.disclose({ residentId: 'ANN' });
  await world.disclose({
    residentId: 'ANN',
    decisions: [decision('sealed', 'justice', { outcome: 'deny', isConcealed: true })],
  });
  await world.ledger.settled();
  const rows = (await world.ledger.database('ledger_disclosures').orderBy('sequence').select()) as Row[];
  await world.ledger.database('ledger_disclosures').delete();
  const [seen = {}, hidden = {}] = rows;
  return [seen, hidden];
}

async function insert(database: Database, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200)
    await database('ledger_disclosures').insert(rows.slice(at, at + 200));
}

/** Does something between the first statement of a reading and its second. */
function afterFirstStatement(database: Database, act: () => Promise<void>): void {
  const client = database.client as { query: (...given: unknown[]) => Promise<unknown> };
  const query = client.query.bind(client);
  client.query = async (...given) => {
    client.query = query;
    const answer = await query(...given);
    await act();
    return answer;
  };
}

/** How many rows statements give while something is done. */
async function rowsOf(database: Database, act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const add = (response: unknown): void => {
    count += Array.isArray(response) ? response.length : 0;
  };
  database.on('query-response', add);
  await act();
  database.removeListener('query-response', add);
  return count;
}

const shownOnly: View = (record) => (record.decisions.some(({ isConcealed }) => isConcealed) ? null : record);

eachDatabase('a reading with bounds', (newDatabase) => {
  test('finds page by page what a reading of everything finds, in the same order', async () => {
    await using world = await testLedger(await newDatabase());
    const { database } = world.ledger;
    const [seen, hidden] = await twoRows(world);
    const disclosure = fc.record({
      isSeen: fc.boolean(),
      second: fc.nat({ max: 4 }),
      log: fc.constantFrom('one', 'two'),
      resident: fc.constantFrom('ANN', 'BOB'),
      purpose: fc.constantFrom('TREAT', 'AUDIT'),
    });
    const questions = fc.constantFrom<Omit<DisclosureQuestion, 'limit'>>(
      { residentId: 'ANN' },
      { residentId: 'BOB', purposes: ['AUDIT'] },
      { subject: 'caseworker-1', since: new Date('2026-01-01T00:00:02Z') },
      { provider: 'housing', until: new Date('2026-01-01T00:00:03Z') },
      { party: 'justice' },
    );
    const bounds = fc.record({
      windows: fc.integer({ min: 1, max: 3 }),
      records: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(disclosure, { maxLength: 25 }),
        questions,
        bounds,
        fc.integer({ min: 1, max: 5 }),
        async (disclosures, question, bound, limit) => {
          await database('ledger_disclosures').delete();
          const rows = disclosures.map(({ isSeen, second, log, resident, purpose }, sequence) => ({
            ...(isSeen ? seen : hidden),
            log,
            sequence,
            purpose,
            resident_id: resident,
            at: `2026-01-01T00:00:0${second}.000Z`,
          }));
          await insert(database, rows);
          const all = await readDisclosures(database, { ...question, limit: 1000 });
          const naive = all.flatMap((record) => shownOnly(record) ?? []);
          const paged = [];
          let after: DisclosurePosition | null = null;
          for (let isMore = true; isMore;) {
            const asked = { ...question, after, limit: limit + 1 };
            const { records, stoppedAt } = await readVisible(database, asked, shownOnly, bound);
            paged.push(...records.slice(0, limit));
            const last = records.slice(0, limit).at(-1);
            isMore = records.length > limit || stoppedAt !== null;
            after = stoppedAt ?? (last ? positionOf(last) : null);
            // What is left out of a page begins the next one, and nothing is left behind the last.
            if (records.length > limit && last) after = positionOf(last);
            expect(isMore || paged.length === naive.length).toBe(true);
          }
          expect(paged).toEqual(naive);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('leaves none out while others are indexed between its statements', async () => {
    const url = await newDatabase();
    await using world = await testLedger(url);
    await using other = await testLedgerOver(url, memoryLog(), 'other');
    const { database } = world.ledger;
    const [seen] = await twoRows(world);
    const rowAt = (sequence: number): Row => ({
      ...seen,
      log: 'one',
      sequence,
      at: `2026-01-01T00:00:0${sequence}.000Z`,
    });
    await insert(database, [1, 2, 3, 4].map(rowAt));
    for (const [size, newer] of [
      [3, [5, 6]],
      [7, [7, 8, 9]],
    ] as const) {
      // The second window is not full when it is measured, and is when it is read.
      afterFirstStatement(database, async () => insert(other.ledger.database, newer.map(rowAt)));
      const question = { residentId: 'ANN', limit: 1000 };
      const { records } = await readVisible(database, question, shownOnly, { windows: 50, records: size });
      const read = records.map(({ sequence }) => sequence);
      expect(read.filter((sequence) => sequence <= 4)).toEqual([4, 3, 2, 1]);
    }
  });

  test('reads so many and no more, however much is hidden, and goes on by a cursor that tells nothing', async () => {
    await using world = await testLedger(await newDatabase());
    const { database } = world.ledger;
    const [seen, hidden] = await twoRows(world);
    const count = 10_400;
    const rows = Array.from({ length: count }, (_, number) => ({
      ...(number === count - 1 ? seen : hidden),
      log: 'other',
      sequence: count - number,
      at: new Date(Date.UTC(2026, 0, 1) - number * 1000).toISOString(),
    }));
    await insert(database, rows);
    const ann = callerOf({ subject: 'ann', agency: 'residents', roles: ['resident'], residentId: 'ANN' });
    const page = async (after: string): Promise<Page> => {
      const query = `{ _entities(representations: [{ __typename: "Resident", id: "ANN" }]) { ... on Resident {
        disclosures(first: 5${after}) { pageInfo { hasNextPage endCursor } edges { node { sequence } } } } } }`;
      const { data, codes } = await world.ask(ann, query);
      expect(codes).toEqual([]);
      const { _entities: entities } = data as {
        readonly _entities: readonly [{ readonly disclosures: Page }];
      };
      return entities[0].disclosures;
    };
    let first: Page | null = null;
    const read = await rowsOf(database, async () => {
      first = await page('');
    });
    expect(read).toBeLessThan(10_200);
    expect(first).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
    const { endCursor } = (first as unknown as Page).pageInfo;
    expect(Buffer.from(endCursor, 'base64url').toString('latin1')).not.toMatch(/20\d\d-|other/);
    const second = await page(`, after: "${endCursor}"`);
    expect(second).toMatchObject({ edges: [{ node: { sequence: 1 } }], pageInfo: { hasNextPage: false } });
    const altered = `${endCursor.slice(0, -2)}AA`;
    const asked = `{ disclosuresTo(subject: "ann", after: "${altered}") { edges { cursor } } }`;
    expect((await world.ask(ann, asked)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly sequence: number } }[];
}
