import { randomUUID } from 'node:crypto';

import type { Caller } from '../../../src/authentication/index.ts';
import type { MergeSpan } from '../../../src/governance/index.ts';
import type { Ledger, LedgerLog } from '../../../src/ledger/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { createLedgerSubgraph } from '../../../src/ledger/index.ts';
import type { DisclosedOperation } from '../../../src/ledger/index.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { callerOf } from '../../governance/world/people.ts';
import type { MemoryLog } from './memory-log.ts';
import { memoryLog } from './memory-log.ts';

/** A ledger over a log in memory, with a clock that a test sets. */
export interface TestLedger<Log extends LedgerLog = MemoryLog> extends AsyncDisposable {
  readonly ledger: Ledger;
  readonly kept: Log;
  readonly clock: { now: Date };
  /** The other ids of residents, which a test sets. */
  readonly mergeSpans: Map<string, readonly MergeSpan[]>;
  /** Records one disclosure, by default of a housing caseworker who was shown housing data. */
  readonly disclose: (what: Disclosed) => Promise<void>;
  /** Asks the subgraph. */
  readonly ask: (caller: Caller, query: string, requestId?: string) => Promise<Answered>;
}

interface Answered {
  readonly data: unknown;
  /** Codes of the errors. */
  readonly codes: readonly string[];
}

/** What a test says of a disclosure. */
interface Disclosed {
  readonly residentId: string;
  readonly caller?: Partial<Caller>;
  readonly purposeOfUse?: string;
  readonly decisions?: readonly object[];
  readonly consents?: readonly string[];
  readonly breakGlass?: string;
  readonly operationName?: string;
  readonly outcome?: DisclosedOperation['outcome'];
}

/** A decision as terms have it. */
export function decision(
  category: string,
  provider: string,
  more: {
    readonly outcome?: 'permit' | 'deny';
    readonly isConcealed?: boolean;
    readonly agreement?: string;
  } = {},
): object {
  const { outcome = 'permit', isConcealed = false, agreement = 'an-agreement' } = more;
  const about = { categories: [category], providers: [provider], coordinates: [`Resident.${provider}`] };
  return outcome === 'permit'
    ? {
        outcome,
        agreements: [{ id: agreement, version: 1, clause: '1' }],
        citations: [],
        obligations: [],
        transforms: [],
        ...about,
      }
    : {
        outcome,
        reason: 'CONSENT',
        authority: 'a law',
        remedy: 'NONE',
        agreement: null,
        isConcealed,
        ...about,
      };
}

/** The catalogue and agreements of these tests. */
const rules = {
  isConcealing: (name: string): boolean => name === 'sealed',
  isGovernedBy: (name: string, citation: string): boolean => name === 'treatment' && citation === '42 CFR 2.',
  authorityOf: (id: string): readonly string[] =>
    id === 'custodial-care' ? ['45 CFR 164.512(k)(5)'] : ['45 CFR 164.512(a)'],
};

export async function testLedger(database: string, kept: MemoryLog = memoryLog()): Promise<TestLedger> {
  return testLedgerOver(database, kept, 'test');
}

/** The ledger of one of several processes that share a database, over a log of its own. */
export async function testLedgerOver<Log extends LedgerLog>(
  database: string,
  kept: Log,
  name: string,
): Promise<TestLedger<Log>> {
  const clock = { now: new Date('2026-06-15T12:00:00Z') };
  const now = (): Date => clock.now;
  const mergeSpans: TestLedger['mergeSpans'] = new Map();
  const ledger = await openLedger({
    database,
    ledger: kept,
    name,
    retentionYears: 6,
    log: silentLog,
    now,
  });
  const subgraph = createLedgerSubgraph(
    {
      database: ledger.database,
      settled: ledger.settled,
      acted: ledger.recorder.acted,
      forget: ledger.forget,
      prove: async () => null,
      mergeSpansOf: async (residentId) => mergeSpans.get(residentId) ?? [],
      rules,
      now,
    },
    silentLog,
  );
  const disclose: TestLedger<Log>['disclose'] = async (what) => {
    const { residentId, caller = {}, purposeOfUse = 'HOUSING_PLACEMENT', outcome = 'answered' } = what;
    const {
      decisions = [decision('housing-enrollment', 'housing')],
      consents = [],
      breakGlass = null,
      operationName = 'Page',
    } = what;
    await ledger.recorder.disclosed({
      requestId: `request-${kept.size}`,
      outcome,
      caller: { ...callerOf({ subject: 'caseworker-1', agency: 'shelters' }), ...caller },
      purposeOfUse,
      operation: { hash: 'ab'.repeat(32), name: operationName },
      epoch: 1,
      agencies: ['housing'],
      answer: '{"data":{}}',
      residents: [
        {
          residentId,
          terms: [JSON.stringify(decisions)],
          consents,
          breakGlass,
          declarations: [],
          agencies: ['housing'],
        },
      ],
    });
  };
  const ask: TestLedger<Log>['ask'] = async (caller, query, requestId = randomUUID()) => {
    const request = { query, variables: {}, operationName: null, requestId };
    const { data, errors } = await subgraph(request, caller);
    return {
      data: JSON.parse(JSON.stringify(data)) as unknown,
      codes: errors.map(({ failure }) => failure.code),
    };
  };
  const close = async (): Promise<void> => ledger.close();
  return { ledger, kept, clock, mergeSpans, disclose, ask, [Symbol.asyncDispose]: close };
}
