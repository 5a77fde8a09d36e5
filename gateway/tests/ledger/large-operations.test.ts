import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import type { DisclosedOperation, Ledger } from '../../src/ledger/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import type { LedgerLog } from '../../src/ledger/log/index.ts';
import { maximumEntryBytes } from '../../src/ledger/log/index.ts';
import { unseal } from '../../src/ledger/keys/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { callerOf } from '../governance/world/people.ts';
import { openTestLog, origin, verify } from './log/fixtures/test-log.ts';
import { decision } from './world/test-ledger.ts';

/** An entry, with what was sealed in it. */
interface Read {
  readonly type: string;
  readonly request?: string;
  readonly agencies?: readonly string[];
  readonly declarations?: readonly string[];
  readonly providers?: readonly string[];
  readonly text?: string;
  readonly caller?: { readonly roles: readonly string[]; readonly subject: string };
  readonly key?: string;
  readonly sealed?: string;
  readonly part?: number;
  readonly parts?: number;
  readonly opened: { readonly resident: string; readonly consents?: readonly string[] } | null;
}

/** Lists from none to many more than an entry can hold, of ids and of whatever somebody may send. */
const names = fc.oneof(
  fc.nat({ max: 5000 }).map((count) => Array.from({ length: count }, (_, index) => `id-${index}`)),
  fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }),
  fc
    .nat({ max: 700 })
    .map((count) => Array.from({ length: count }, (_, index) => `"\\${index}\u0001`.repeat(9))),
);

const text = fc.oneof(
  fc.constant('short'),
  fc.nat({ max: 100_000 }).map((length) => '\u0001🏠'.repeat(length)),
);

/** An operation of a caseworker about residents. */
const operation = (
  requestId: string,
  residents: DisclosedOperation['residents'],
  more: Partial<DisclosedOperation> = {},
): DisclosedOperation => ({
  requestId,
  outcome: 'answered',
  caller: callerOf({ subject: 'caseworker', agency: 'shelters' }),
  purposeOfUse: 'TREAT',
  operation: { hash: 'ab'.repeat(32), name: 'Page' },
  epoch: 1,
  agencies: [],
  answer: '{}',
  residents,
  ...more,
});

describe('what is recorded of an operation', () => {
  let folder: string;
  let log: LedgerLog;
  let ledger: Ledger;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-large-'));
    log = await openTestLog(folder, { segmentBytes: 16 << 20 });
    const database = `sqlite:${join(folder, 'ledger.sqlite')}`;
    ledger = await openLedger({ database, ledger: log, name: origin, retentionYears: 6, log: silentLog });
  });
  afterAll(async () => {
    await ledger.close();
    expect(await verify(folder)).toMatchObject({ problems: [] });
    await rm(folder, { recursive: true });
  });

  async function entriesFrom(sequence: number): Promise<readonly Read[]> {
    const read: Read[] = [];
    for await (const { entry } of log.readFrom(sequence)) {
      expect(entry.length).toBeLessThanOrEqual(maximumEntryBytes);
      const event = JSON.parse(Buffer.from(entry).toString()) as Omit<Read, 'opened'>;
      const key = event.key && (await ledger.keys.keysOf([event.key])).get(event.key);
      const opened = key && event.sealed ? (JSON.parse(unseal(key, event.sealed)) as Read['opened']) : null;
      read.push({ ...event, opened });
    }
    return read;
  }

  test('is all there, in as many entries as it takes, whatever its length', async () => {
    let number = 0;
    const lists = fc.record({ roles: names, agencies: names, declarations: names, consents: names });
    await fc.assert(
      fc.asyncProperty(lists, text, fc.boolean(), async (given, name, hasResident) => {
        const from = log.size;
        const requestId = `request-${(number += 1)}`;
        const { roles, agencies, declarations, consents } = given;
        const resident = { residentId: 'ANN', terms: [], consents, breakGlass: null, declarations, agencies };
        await ledger.recorder.disclosed(
          operation(requestId, hasResident ? [resident] : [], {
            caller: callerOf({ subject: name, agency: name, roles }),
            operation: { hash: 'ab'.repeat(32), name },
            agencies: ['any', ...agencies],
          }),
        );
        const entries = await entriesFrom(from);
        expect(entries.map(({ request }) => request)).toEqual(entries.map(() => requestId));
        expect(entries.flatMap(({ caller }) => caller?.roles)).toEqual(roles);
        if (hasResident) {
          expect(entries.map(({ opened }) => opened?.resident)).toEqual(entries.map(() => 'ANN'));
          expect(entries.flatMap(({ agencies: some }) => some)).toEqual(agencies);
          expect(entries.flatMap(({ declarations: some }) => some)).toEqual(declarations);
          expect(entries.flatMap(({ opened }) => opened?.consents ?? [])).toEqual(consents);
        } else expect(entries.flatMap(({ agencies: some }) => some)).toEqual(['any', ...agencies]);
        const { length } = entries;
        if (length > 1)
          expect(entries).toMatchObject(entries.map((_, index) => ({ part: index + 1, parts: length })));
        else expect(entries[0]).not.toHaveProperty('part');
      }),
      { numRuns: 40 },
    );
    await ledger.settled();
  });

  test('has terms of any number of agencies and decisions', async () => {
    const from = log.size;
    const decisions = Array.from({ length: 300 }, (_, index) =>
      decision(`c-${index}`, `${index}-`.repeat(60)),
    );
    const terms = [JSON.stringify(decisions)];
    const resident = {
      residentId: 'ANN',
      terms,
      consents: [],
      breakGlass: null,
      declarations: [],
      agencies: [],
    };
    await ledger.recorder.disclosed(operation('with-terms', [resident]));
    const entries = (await entriesFrom(from)).filter(({ type }) => type === 'terms');
    expect(entries.map((entry) => entry.text).join('')).toBe(terms[0]);
    expect(entries.flatMap((entry) => entry.providers)).toHaveLength(300);
    await ledger.settled();
    const [row] = await ledger.database('ledger_terms_agencies').count({ count: '*' });
    expect(row).toEqual({ count: 300 });
  });

  test('may be more than a frame holds', async () => {
    const consents = Array.from({ length: 1000 }, (_, index) => `consent-${index}`.padEnd(40, '-'));
    const residents = Array.from({ length: 1300 }, (_, index) => {
      return {
        residentId: `R-${index}`,
        terms: [],
        consents,
        breakGlass: null,
        declarations: [],
        agencies: [],
      };
    });
    const from = log.size;
    await ledger.recorder.disclosed(operation('very-large', residents));
    const seen = new Set<string>();
    for await (const { entry } of log.readFrom(from)) {
      const { key } = JSON.parse(Buffer.from(entry).toString()) as { readonly key: string };
      seen.add(key);
    }
    expect(seen.size).toBe(1300);
  });
});
