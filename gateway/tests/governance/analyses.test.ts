import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import type {
  AgencyHealth,
  Governance,
  GovernanceSubgraph,
  InProcessAnswer,
} from '../../src/governance/index.ts';
import { createGovernanceSubgraph, openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import type { Caller } from '../../src/authentication/index.ts';
import { caseworker, steward } from './world/people.ts';
import { noAnalysis, policyThatOpens } from './world/policy.ts';

const owners: Readonly<Record<string, string>> = {
  'Query.own(of:)': 'housing',
  'Query.other(of:)': 'justice',
};

const input = (document: string, agency: string): string => `{ document: ${JSON.stringify(document)},
  requester: { subject: "s", agency: "${agency}", roles: [], application: "a", trainings: [], assuranceLevel: 1 } }`;

const health: AgencyHealth = {
  agency: 'housing',
  breaker: 'half-open',
  answered: 3,
  failures: [],
  medianMilliseconds: 5,
  slowMilliseconds: null,
  latencies: [],
  schemaVersion: 'abc',
  since: new Date(0),
};

const ownChange = { category: 'Query.own(of:)', requester: { agency: 'justice' } };
const otherChange = { category: 'Query.other(of:)', requester: { agency: 'justice' } };

const before = [
  { id: 'ours', version: 2, agencies: ['housing', 'justice'] },
  { id: 'ours', version: 1, agencies: ['benefits', 'justice'] },
];

describe('analyses', () => {
  let governance: Governance;
  let subgraph: GovernanceSubgraph;
  const told: boolean[] = [];

  beforeAll(async () => {
    governance = await openGovernance({ database: 'sqlite::memory:', log: silentLog });
    const analysis = {
      ...noAnalysis,
      explain: async ({ document }: { readonly document: string }) => ({
        refusedArgument: document,
        fields: [],
      }),
      compareAgreements: async (
        _other: unknown,
        _at: Date,
        isShown: (coordinate: string, agency: string) => boolean,
      ) => {
        told.push(isShown('Query.other(of:)', 'justice'), isShown('Query.own(of:)', 'justice'));
        return { changes: [...Array.from({ length: 1200 }, () => ownChange), otherChange], operations: [] };
      },
      agreements: () => [
        { id: 'ours', version: 3, agencies: ['housing', 'justice'], earlierVersions: before },
        { id: 'theirs', version: 1, agencies: ['benefits', 'justice'], earlierVersions: [] },
      ],
      ownersOf: (subject: string) => [owners[subject] ?? ''],
    };
    subgraph = createGovernanceSubgraph({ governance, analysis, health: () => [health], log: silentLog });
  });
  afterAll(async () => governance.close());

  const askAs = async (caller: Caller, query: string, requestId = 'one more'): Promise<InProcessAnswer> =>
    subgraph.answer({ query, variables: {}, operationName: null, requestId }, caller, policyThatOpens());
  const ask = async (requestId: string, query: string): Promise<InProcessAnswer> =>
    askAs(steward, query, requestId);

  test('are ten in a request, in however many fetches', async () => {
    const query = '{ policyCoverage(expiringWithinDays: 1) { unlabelledFields } }';
    for (let fetch = 0; fetch < 10; fetch += 1) expect((await ask('one', query)).errors).toEqual([]);
    expect((await ask('one', query)).errors[0]?.failure.code).toBe('BAD_USER_INPUT');
    expect((await ask('other', query)).errors).toEqual([]);
  });

  test('are ten in a request, however long it takes', async () => {
    const query = '{ policyCoverage(expiringWithinDays: 1) { unlabelledFields } }';
    for (let fetch = 0; fetch < 10; fetch += 1) await ask('long', query);
    // The cache looks at the clock once in a millisecond.
    await pause(5);
    const later = performance.now() + 9 * 60_000;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => later);
    try {
      expect((await ask('long', query)).errors[0]?.failure.code).toBe('BAD_USER_INPUT');
    } finally {
      clock.mockRestore();
    }
  });

  test.each([
    ['Query.own(of:)', 'justice', 'Query.own(of:)'],
    ['Query.other(of:)', 'housing', 'Query.other(of:)'],
    ['Query.other(of:)', 'justice', null],
  ])('tell a steward of a refused argument %s to somebody of %s: %s', async (name, agency, expected) => {
    const query = `{ explainOperation(input: ${input(name, agency)}) { refusedArgument } }`;
    expect((await ask(`${name} ${agency}`, query)).data).toEqual({
      explainOperation: { refusedArgument: expected },
    });
  });

  const agreementsTo = async (caller: Caller): Promise<unknown> => {
    const { data, errors } = await askAs(caller, '{ agreements { id } }');
    const found = (data?.['agreements'] ?? []) as readonly { readonly id: string }[];
    return errors[0]?.failure.code ?? found.map(({ id }) => id);
  };

  test('show agreements to the officers whom they concern, and to nobody else', async () => {
    expect(await agreementsTo(steward)).toEqual(['ours']);
    expect(await agreementsTo({ ...steward, roles: ['privacy-officer'] })).toEqual(['ours', 'theirs']);
    expect(await agreementsTo(caseworker)).toBe('FORBIDDEN');
  });

  const earlierTo = async (caller: Caller): Promise<unknown> => {
    const { data } = await askAs(caller, '{ agreements { earlierVersions { version } } }');
    const [ours] = (data?.['agreements'] ?? []) as readonly { readonly earlierVersions: readonly object[] }[];
    return ours?.earlierVersions;
  };

  test('show a steward of what was agreed on before no more than what bound their agency', async () => {
    expect(await earlierTo(steward)).toEqual([{ version: 2 }]);
    expect(await earlierTo({ ...steward, roles: ['privacy-officer'] })).toHaveLength(2);
  });

  test('tell of agencies’ health to those who keep them, and to nobody else', async () => {
    const query = '{ agencyHealth { agency breaker answered } }';
    const known = { agency: 'housing', breaker: 'HALF_OPEN', answered: 3 };
    const administrator = { ...steward, agency: 'information-technology', roles: ['system-administrator'] };
    expect((await askAs(administrator, query)).data).toEqual({ agencyHealth: [known] });
    expect((await askAs(steward, query)).data).toEqual({ agencyHealth: [known] });
    expect((await askAs(caseworker, query)).errors[0]?.failure.code).toBe('FORBIDDEN');
  });

  test('tell a steward of nobody else who loses what is of another agency', async () => {
    const query = '{ compareAgreements(input: { proposed: [], ended: [] }) { operations { requesters } } }';
    expect((await ask('losses', query)).errors).toEqual([]);
    expect(told).toEqual([false, true]);
  });

  test('tell a thousand changes one by one, and how many there are that the steward may know of', async () => {
    const query =
      '{ compareAgreements(input: { proposed: [], ended: [] }) { changeCount changes { category } } }';
    const { data, errors } = await ask('changes', query);
    expect(errors).toEqual([]);
    const { compareAgreements } = data as {
      readonly compareAgreements: { readonly changeCount: number; readonly changes: readonly object[] };
    };
    expect(compareAgreements.changeCount).toBe(1200);
    expect(compareAgreements.changes).toHaveLength(1000);
  });
});
