import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Caller, PurposeOfUse } from '../src/authentication/index.ts';
import type { SubgraphAnswer } from '../src/execution/index.ts';
import { createGovernanceAgency } from '../src/governance-agency.ts';
import type { InProcessAgency } from '../src/in-process-agencies.ts';
import type { Authorization } from '../src/open-authorization.ts';
import { openAuthorization } from '../src/open-authorization.ts';
import { openSupergraph } from '../src/supergraph/index.ts';
import { silentLog } from './fixtures/silent-log.ts';
import { callerOf, caseworker, physician, relationshipOf } from './governance/world/people.ts';
import { noAnalysis } from './governance/world/policy.ts';

const supergraphFile = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

const codesOf = (answer: SubgraphAnswer): readonly (string | undefined)[] =>
  answer.kind === 'failed' ? [answer.failure.code] : answer.errors.map(({ failure }) => failure?.code);

const breakGlass = (agencies: string): string => `mutation { openBreakGlass(input: {
  residentId: "r9", agencies: [${agencies}], reason: MEDICAL_EMERGENCY,
  justification: "Unconscious at the emergency room." }) { id } }`;

describe('governance under the agreements that come with the gateway', () => {
  let authorization: Authorization;
  let agency: InProcessAgency;

  beforeAll(async () => {
    authorization = await openAuthorization({ enforce: true, database: 'sqlite::memory:' }, silentLog);
    const source = await openSupergraph({ file: supergraphFile, watch: false, log: silentLog });
    await authorization.open(source.current);
    await source.close();
    agency = createGovernanceAgency({
      ...authorization,
      analysis: noAnalysis,
      health: () => [],
      log: silentLog,
    });
    await authorization.governance.importFacts({
      relationships: [relationshipOf({ validFrom: new Date(0) })],
    });
  });
  afterAll(async () => authorization.close());

  const ask = async (context: unknown, query: string): Promise<SubgraphAnswer> =>
    agency({
      agency: 'governance',
      query,
      variables: {},
      operationName: null,
      requestId: 'test',
      signal: new AbortController().signal,
      context,
    });
  const contextOf = (caller: Caller, purposeOfUse: PurposeOfUse): unknown => ({
    caller,
    purposeOfUse,
    table: authorization.policy().tableFor(caller, purposeOfUse, new Date()),
  });

  const access = `{ _entities(representations: [
    { __typename: "Resident", id: "r1" }, { __typename: "Resident", id: "r2" }
  ]) { ... on Resident { access { categories { category isPermitted reason remedy } } } } }`;

  test('a resident’s access follows from relationships, and nothing that conceals itself is spoken of', async () => {
    const answer = await ask(contextOf(caseworker, 'HOUSING_PLACEMENT'), access);
    const [mine, other] = categoriesOf(answer);
    expect(mine?.get('housing-enrollment')).toMatchObject({ isPermitted: true, reason: null });
    expect(other?.get('housing-enrollment')).toMatchObject({
      isPermitted: false,
      reason: 'RELATIONSHIP',
      remedy: 'RECORD_RELATIONSHIP',
    });
    const concealed = authorization.catalogue.filter(({ concealment }) => concealment);
    expect(concealed.length).toBeGreaterThan(4);
    for (const { name } of concealed) {
      expect(mine?.has(name)).toBe(false);
      expect(other?.has(name)).toBe(false);
    }
  });

  test('who an agreement lets break the glass may, for an emergency and no other purpose', async () => {
    const emergency = contextOf(physician, 'ETREAT');
    expect(codesOf(await ask(contextOf(physician, 'HOPERAT'), breakGlass('"behavioral-health"')))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await ask(emergency, breakGlass('"behavioral-health", "justice"')))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await ask(contextOf(caseworker, 'ETREAT'), breakGlass('"behavioral-health"')))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await ask(emergency, breakGlass('"behavioral-health"')))).toEqual([]);
  });

  test('a request that does not say who asks is refused', async () => {
    const nobody = callerOf({ subject: 'x', agency: 'y' });
    for (const context of [undefined, null, {}, { caller: nobody }]) {
      // Each on its own, so that one doesn't hide another.
      // oxlint-disable-next-line no-await-in-loop
      expect(codesOf(await ask(context, '{ restrictions { id } }'))).toEqual(['SUBGRAPH_UNAVAILABLE']);
    }
  });
});

interface Access {
  readonly category: string;
  readonly isPermitted: boolean;
}

/** The categories by name, for each resident of an answer. */
function categoriesOf(answer: SubgraphAnswer): readonly ReadonlyMap<string, Access>[] {
  if (answer.kind === 'failed') throw answer.failure;
  const { _entities } = answer.data as {
    readonly _entities: readonly { readonly access: { readonly categories: readonly Access[] } }[];
  };
  return _entities.map(({ access }) => new Map(access.categories.map((one) => [one.category, one])));
}
