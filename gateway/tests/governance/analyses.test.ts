import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Governance, GovernanceSubgraph, InProcessAnswer } from '../../src/governance/index.ts';
import { createGovernanceSubgraph, openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { steward } from './world/people.ts';
import { noAnalysis, policyThatOpens } from './world/policy.ts';

const owners: Readonly<Record<string, string>> = {
  'Query.own(of:)': 'housing',
  'Query.other(of:)': 'justice',
};

const input = (document: string, agency: string): string => `{ document: ${JSON.stringify(document)},
  requester: { subject: "s", agency: "${agency}", roles: [], application: "a", trainings: [], assuranceLevel: 1 } }`;

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
        return { changes: [], operations: [] };
      },
      ownersOf: (subject: string) => [owners[subject] ?? ''],
    };
    subgraph = createGovernanceSubgraph({ governance, analysis, log: silentLog });
  });
  afterAll(async () => governance.close());

  const ask = async (requestId: string, query: string): Promise<InProcessAnswer> =>
    subgraph.answer({ query, variables: {}, operationName: null, requestId }, steward, policyThatOpens());

  test('are ten in a request, in however many fetches', async () => {
    const query = '{ policyCoverage(expiringWithinDays: 1) { unlabelledFields } }';
    for (let fetch = 0; fetch < 10; fetch += 1) expect((await ask('one', query)).errors).toEqual([]);
    expect((await ask('one', query)).errors[0]?.failure.code).toBe('BAD_USER_INPUT');
    expect((await ask('other', query)).errors).toEqual([]);
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

  test('tell a steward of nobody else who loses what is of another agency', async () => {
    const query = '{ compareAgreements(input: { proposed: [], ended: [] }) { operations { requesters } } }';
    expect((await ask('losses', query)).errors).toEqual([]);
    expect(told).toEqual([false, true]);
  });
});
