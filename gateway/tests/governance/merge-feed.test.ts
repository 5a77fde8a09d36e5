import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { Governance } from '../../src/governance/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from './world/each-database.ts';
import { caseworker, consentOf, noon, relationshipOf } from './world/people.ts';

interface Page {
  readonly entries: readonly unknown[];
  readonly next: string;
  readonly more: boolean;
}

/** A resident index that tells a page for each cursor, and fails as often as it is told to. */
function indexOf(pages: Readonly<Record<string, Page>>, failures = 0) {
  const asked: (string | null)[] = [];
  let left = failures;
  const read = async (after: string | null): Promise<Page> => {
    asked.push(after);
    left -= 1;
    if (left >= 0) throw new Error('down');
    return pages[after ?? ''] ?? { entries: [], next: after ?? '', more: false };
  };
  return { read, asked };
}

const merged = { resident: 'merged', survivor: 'r1', at: '2026-03-01T00:00:00.000Z' };
const undone = { resident: 'merged', survivor: null, at: '2026-03-02T00:00:00.000Z' };

eachDatabase('the merges of the resident index', (newDatabase) => {
  let governance: Governance;
  let database: string;
  const followed: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    database = await newDatabase();
    governance = await openGovernance({ database, log: silentLog });
    await governance.importFacts({
      consents: [consentOf({ id: 'old', residentId: 'merged' }), consentOf({ id: 'new', residentId: 'r1' })],
      relationships: [relationshipOf({ id: 'old', residentId: 'merged' })],
    });
  });
  afterEach(async () => {
    await Promise.all(followed.splice(0).map((stop) => stop()));
    await governance.close();
  });

  const follow = (index: ReturnType<typeof indexOf>, by: Governance = governance): void => {
    followed.push(by.followMerges(index.read));
  };
  const consents = async (id: string): Promise<readonly string[]> => {
    const facts = await governance.facts.factsOf([id], caseworker, noon);
    return (facts.get(id)?.consents ?? []).map((one) => one.id);
  };
  /** Whose facts count for each id, and which: of a merged one the survivor's, and nothing that is on file under it. */
  const facts = async (): Promise<readonly unknown[]> => {
    const found = await governance.facts.factsOf(['merged', 'r1'], caseworker, noon);
    return [...found].map(([id, { residentId, consents: kept, relationships }]) => [
      id,
      residentId,
      kept.map((one) => one.id),
      relationships.length,
    ]);
  };

  test('decide by whose facts an id is decided, until they are taken back', async () => {
    const pages = { '': { entries: [merged, 7, { resident: 'merged' }], next: 'x.1', more: false } };
    follow(indexOf(pages, 1));
    await until(async () => (await consents('merged')).join() === 'new');
    expect(await facts()).toEqual([
      ['merged', 'r1', ['new'], 0],
      ['r1', 'r1', ['new'], 0],
    ]);
    const index = indexOf({ 'x.1': { entries: [undone], next: 'x.2', more: false } });
    follow(index);
    await until(async () => (await consents('merged')).join() === 'old');
    expect(await facts()).toEqual([
      ['merged', 'merged', ['old'], 1],
      ['r1', 'r1', ['new'], 0],
    ]);
    expect(index.asked[0]).toBe('x.1');
  });

  test('are asked for with pauses, whatever the index says of more to come', async () => {
    const index = indexOf({ '': { entries: [], next: '', more: true } });
    follow(index);
    await pause(600);
    expect(index.asked.length).toBeLessThan(5);
  });

  test('leave on file when which id led to which', async () => {
    const pages = {
      '': { entries: [merged], next: 'x.1', more: true },
      'x.1': { entries: [undone], next: 'x.2', more: false },
    };
    follow(indexOf(pages));
    const period = { since: new Date(merged.at), until: new Date(undone.at) };
    await until(async () => (await governance.mergeSpansOf('merged')).at(0)?.until !== undefined);
    await until(async () => (await governance.mergeSpansOf('merged')).at(0)?.until !== null);
    expect(await governance.mergeSpansOf('merged')).toEqual([{ residentId: 'r1', ...period }]);
    expect(await governance.mergeSpansOf('r1')).toEqual([]);
  });

  test('leave no trace where they come again or too late, by this process or another', async () => {
    const other = await openGovernance({ database, log: silentLog });
    const gate = new EventEmitter();
    const held = once(gate, 'open');
    const late = indexOf({ '': { entries: [merged], next: 'x.1', more: false } });
    followed.push(
      other.followMerges(async (after) => {
        const page = await late.read(after);
        if (after === null) await held;
        return page;
      }),
    );
    await until(() => Promise.resolve(late.asked.length > 0));
    follow(
      indexOf({
        '': { entries: [merged], next: 'x.1', more: true },
        'x.1': { entries: [undone], next: 'x.2', more: false },
      }),
    );
    await until(async () => (await governance.mergeSpansOf('merged')).at(0)?.until instanceof Date);
    gate.emit('open');
    await until(() => Promise.resolve(late.asked.includes('x.2')));
    expect(await consents('merged')).toEqual(['old']);
    await Promise.all(followed.splice(0).map((stop) => stop()));
    await other.close();
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isSo()) return;
    // oxlint-disable-next-line no-await-in-loop
    await pause(20);
  }
  throw new Error('It was not so within eight seconds.');
}
