import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Caller } from '../../src/authentication/index.ts';
import type { Governance, InProcessAnswer, GovernanceSubgraph } from '../../src/governance/index.ts';
import { createGovernanceSubgraph, openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from './world/each-database.ts';
import {
  callerOf,
  caseworker,
  consentOf,
  counselor,
  hoursLater,
  noon,
  otherOfficer,
  physician,
  privacyOfficer,
  relationshipOf,
  resident,
  steward,
} from './world/people.ts';
import { noAnalysis, policyFor, policyThatOpens } from './world/policy.ts';

eachDatabase('the subgraph of governance', (newDatabase) => {
  let governance: Governance;
  let subgraph: GovernanceSubgraph;
  let clock = noon;

  beforeAll(async () => {
    governance = await openGovernance({
      database: await newDatabase(),
      log: silentLog,
      now: () => clock,
    });
    subgraph = createGovernanceSubgraph({
      governance,
      analysis: noAnalysis,
      health: () => [],
      log: silentLog,
    });
    await governance.importFacts({
      consents: [
        consentOf({ id: 'to-housing', residentId: 's1' }),
        consentOf({ id: 'to-benefits', residentId: 's1', recipientAgencies: ['benefits'] }),
      ],
      relationships: [
        ...['s1', 's2', 's3'].map((residentId) => relationshipOf({ residentId })),
        relationshipOf({
          id: 'treating-s1',
          residentId: 's1',
          kind: 'treating',
          subject: 'counselor-1',
          agency: 'behavioral-health',
        }),
        relationshipOf({ id: 'over', residentId: 's4', validUntil: noon }),
        relationshipOf({
          id: 'guardian-s7',
          residentId: 's7',
          kind: 'guardian',
          subject: 'resident-7',
          agency: 'residents',
        }),
      ],
    });
  });
  beforeEach(() => {
    clock = noon;
  });
  afterAll(async () => governance.close());

  const ask = async (
    caller: Caller,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<InProcessAnswer> =>
    subgraph.answer(
      { query, variables, operationName: null, requestId: 'test' },
      caller,
      policyFor(caller, 'behavioral-health'),
    );

  const ofResidents = `query($representations: [_Any!]!, $first: Int = 20, $after: String) {
    _entities(representations: $representations) { ... on Resident {
      id
      access { categories { category isPermitted reason remedy authority } }
      consents { id kind resident { id } validFrom validUntil }
      relationships { id kind subject }
      breakGlassSessions(first: $first, after: $after) {
        edges { cursor node { id reason reviews { agency outcome } } }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    } } }`;
  const entities = async (caller: Caller, ...ids: readonly string[]): Promise<readonly unknown[]> => {
    const { data, errors } = await ask(caller, ofResidents, representations(...ids));
    expect(errors).toEqual([]);
    return data?.['_entities'] as readonly unknown[];
  };

  describe('of a resident', () => {
    test('says what may be seen in the order of the names, for residents on file and not alike', async () => {
      const [known, unknown] = await entities(caseworker, 's1', 'nobody');
      expect(at(known, 'access')).toEqual({
        categories: [
          {
            category: 'housing-enrollment',
            isPermitted: true,
            reason: null,
            remedy: null,
            authority: null,
          },
          {
            category: 'sud-treatment',
            isPermitted: false,
            reason: 'CONSENT',
            remedy: 'REQUEST_CONSENT',
            authority: '42 CFR 2.33',
          },
        ],
      });
      expect(unknown).toMatchObject({ access: at(known, 'access'), consents: [], relationships: [] });
    });

    test.each([
      ['the resident, all of it', callerOf({ ...resident, residentId: 's1' }), 2, 2],
      ['whoever works with them, not that treatment may be disclosed to their agency', caseworker, 0, 1],
      ['the discloser’s staff who treat them, what it discloses', counselor, 2, 1],
      ['the discloser’s privacy officer, what it discloses', privacyOfficer, 2, 1],
      [
        'another unit of the discloser, not that they are treated',
        callerOf({ ...counselor, subject: 'clinician-1', roles: ['mental-health-clinician'] }),
        0,
        0,
      ],
      ['others of the agency, nothing', callerOf({ ...caseworker, subject: 'caseworker-2' }), 0, 0],
      ['the agency’s data steward, who works with them', steward, 0, 1],
      ['another resident, nothing', callerOf({ ...resident, residentId: 's2', agency: 'residents' }), 0, 0],
    ])('shows consents and relationships to %s', async (_, caller, consents, relationships) => {
      const [entity] = await entities(caller, 's1');
      expect(at(entity, 'consents')).toHaveLength(consents);
      expect(at(entity, 'relationships')).toHaveLength(relationships);
    });

    test('shows a family’s ties to the index that vouches for them, and not to whoever lives there', async () => {
      const registrar = callerOf({ subject: 'registrar-1', agency: 'residents', roles: ['index-registrar'] });
      const member = callerOf({ ...resident, subject: 'resident-2', residentId: 's2' });
      const [[toRegistrar], [toMember]] = await Promise.all([
        entities(registrar, 's7'),
        entities(member, 's7'),
      ]);
      expect(at(toRegistrar, 'relationships')).toHaveLength(1);
      expect(at(toMember, 'relationships')).toEqual([]);
    });

    test('writes kinds as enums and instants as RFC 3339', async () => {
      const [entity] = await entities(counselor, 's1');
      expect(at(entity, 'consents')).toContainEqual({
        id: 'to-housing',
        kind: 'TREATMENT_PAYMENT_OPERATIONS',
        resident: { id: 's1' },
        validFrom: '2026-03-01T12:00:00Z',
        validUntil: null,
      });
    });
  });

  test('a caseload is what is in force, page by page', async () => {
    const query = `query($after: String) { myCaseload(first: 2, after: $after) {
      edges { node { kind resident { id } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const first = at((await ask(caseworker, query)).data, 'myCaseload');
    expect(residentsOf(first)).toEqual(['s1', 's2']);
    expect(at(first, 'pageInfo')).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const last = at(
      (await ask(caseworker, query, { after: at(first, 'pageInfo', 'endCursor') })).data,
      'myCaseload',
    );
    expect(residentsOf(last)).toEqual(['s3']);
    expect(at(last, 'pageInfo')).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test.each([
    ['a cursor of nothing', '{ myCaseload(after: "bm9uZQ") { pageInfo { hasNextPage } } }'],
    ['a page of nothing', '{ myCaseload(first: 0) { pageInfo { hasNextPage } } }'],
    ['too large a page', '{ breakGlassReviews(first: 201) { pageInfo { hasNextPage } } }'],
    [
      'an instant that is none',
      'mutation { declareEmergency(input: { authority: "x", area: "y", categories: [], roles: [], purposesOfUse: [], endsAt: "tomorrow" }) { id } }',
    ],
  ])('%s is refused', async (_, query) => {
    const { errors } = await ask(caseworker, query);
    expect(errors.map(({ failure }) => failure.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('variables that are not what is declared are refused', async () => {
    const { data, errors } = await ask(steward, 'mutation($id: ID!) { liftRestriction(id: $id) { id } }');
    expect(data).toBeNull();
    expect(errors.map(({ failure }) => failure.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('a break-glass story, as the physician, the reviewers and the resident see it', async () => {
    const open = `mutation($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { id endsAt } }`;
    const input = {
      residentId: 's5',
      agencies: ['behavioral-health'],
      reason: 'MEDICAL_EMERGENCY',
      justification: 'Unconscious at the emergency room.',
      minutes: 30,
    };
    const opened = at((await ask(physician, open, { input })).data, 'openBreakGlass');
    expect(at(opened, 'endsAt')).toBe('2026-03-02T12:30:00Z');

    const queue = `query($onlyPending: Boolean) { breakGlassReviews(onlyPending: $onlyPending) { edges { node {
      dueAt isOverdue outcome session { id subject justification resident { id } } } } } }`;
    const waiting = async (caller: Caller, onlyPending = true): Promise<unknown> =>
      at((await ask(caller, queue, { onlyPending })).data, 'breakGlassReviews', 'edges');
    expect(await waiting(otherOfficer)).toEqual([]);
    expect(await waiting(counselor)).toEqual([]);
    clock = hoursLater(73);
    expect(await waiting(privacyOfficer)).toEqual([
      {
        node: {
          dueAt: '2026-03-05T12:30:00Z',
          isOverdue: true,
          outcome: null,
          session: {
            id: at(opened, 'id'),
            subject: 'physician-1',
            justification: 'Unconscious at the emergency room.',
            resident: { id: 's5' },
          },
        },
      },
    ]);

    const review = `mutation($input: ReviewBreakGlassInput!) { reviewBreakGlass(input: $input) { outcome } }`;
    const finding = { sessionId: at(opened, 'id'), outcome: 'JUSTIFIED', remark: 'Confirmed.' };
    expect((await ask(privacyOfficer, review, { input: finding })).data).toEqual({
      reviewBreakGlass: { outcome: 'JUSTIFIED' },
    });
    expect(await waiting(privacyOfficer)).toEqual([]);
    expect(await waiting(privacyOfficer, false)).toHaveLength(1);

    const [seen] = await entities(callerOf({ ...resident, residentId: 's5' }), 's5');
    const reviews = [{ agency: 'behavioral-health', outcome: 'JUSTIFIED' }];
    const node = { id: at(opened, 'id'), reason: 'MEDICAL_EMERGENCY', reviews };
    expect(at(seen, 'breakGlassSessions', 'edges')).toEqual([{ cursor: expect.any(String), node }]);
    const [hidden] = await entities(caseworker, 's5');
    expect(at(hidden, 'breakGlassSessions', 'edges')).toEqual([]);
  });

  test('an emergency story, from its declaration to its end', async () => {
    const declare = `mutation($input: DeclareEmergencyInput!) { declareEmergency(input: $input) { id isInForce } }`;
    const input = {
      authority: 'Executive Order 7',
      area: 'statewide',
      categories: ['housing-enrollment'],
      roles: ['emergency-physician'],
      purposesOfUse: ['DISASTER'],
      startsAt: '2026-03-02T13:00:00Z',
      endsAt: '2026-03-04T12:00:00+00:00',
    };
    const declared = at((await ask(privacyOfficer, declare, { input })).data, 'declareEmergency');
    expect(at(declared, 'isInForce')).toBe(false);
    const confirm = `mutation($id: ID!) { confirmEmergency(id: $id) { id } }`;
    const alone = await ask(privacyOfficer, confirm, { id: at(declared, 'id') });
    expect(alone.data).toEqual({ confirmEmergency: null });
    expect(alone.errors.map(({ failure, path }) => [failure.code, path])).toEqual([
      ['FORBIDDEN', ['confirmEmergency']],
    ]);
    await ask(otherOfficer, confirm, { id: at(declared, 'id') });

    const list = `query($all: Boolean) { emergencyDeclarations(includeEnded: $all) { id isInForce confirmedBy endsAt } }`;
    const listed = async (all = false): Promise<unknown> =>
      at((await ask(caseworker, list, { all })).data, 'emergencyDeclarations');
    expect(await listed()).toEqual([
      { id: at(declared, 'id'), isInForce: false, confirmedBy: 'privacy-2', endsAt: '2026-03-04T12:00:00Z' },
    ]);
    clock = hoursLater(1);
    expect(await listed()).toMatchObject([{ isInForce: true }]);
    clock = hoursLater(48);
    expect(await listed()).toEqual([]);
    expect(await listed(true)).toMatchObject([{ id: at(declared, 'id'), isInForce: false }]);
  });

  test('a restriction, from its beginning to its end', async () => {
    const restrict = `mutation($input: RestrictAgencyInput!) { restrictAgency(input: $input) { id categories } }`;
    const restricted = at(
      (await ask(steward, restrict, { input: { reason: 'a breach' } })).data,
      'restrictAgency',
    );
    expect(at(restricted, 'categories')).toBeNull();
    const list = `query($all: Boolean) { restrictions(includeLifted: $all) { id agency reason liftedAt } }`;
    const entry = { id: at(restricted, 'id'), agency: 'housing', reason: 'a breach' };
    expect((await ask(caseworker, list)).data).toEqual({ restrictions: [{ ...entry, liftedAt: null }] });
    await ask(steward, `mutation($id: ID!) { liftRestriction(id: $id) { id } }`, {
      id: at(restricted, 'id'),
    });
    expect((await ask(caseworker, list)).data).toEqual({ restrictions: [] });
    expect((await ask(caseworker, list, { all: true })).data).toEqual({
      restrictions: [{ ...entry, liftedAt: '2026-03-02T12:00:00Z' }],
    });
  });

  test('consents and relationships are written as they are given', async () => {
    const record = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) {
      kind discloser recipientAgencies categories purposesOfUse validFrom validUntil recordedByAgency } }`;
    const input = {
      residentId: 's6',
      kind: 'SPECIFIC',
      discloser: 'behavioral-health',
      recipientAgencies: ['housing'],
      categories: ['sud-treatment'],
      purposesOfUse: ['TREAT'],
      validUntil: '2027-01-01T00:00:00Z',
    };
    const { residentId: _, ...written } = input;
    const themself = callerOf({ ...resident, residentId: 's6' });
    expect((await ask(themself, record, { input })).data).toEqual({
      recordConsent: { ...written, validFrom: '2026-03-02T12:00:00Z', recordedByAgency: 'residents' },
    });
    const assign = `mutation { assignRelationship(input: { residentId: "s6", kind: PLACEMENT, subject: "caseworker-9" }) {
      kind agency validUntil } }`;
    expect((await ask(steward, assign)).data).toEqual({
      assignRelationship: { kind: 'PLACEMENT', agency: 'housing', validUntil: null },
    });
  });

  test('two hundred residents are answered in their order', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `many-${index}`);
    const several = await entities(caseworker, ...ids);
    expect(several.map((one) => at(one, 'id'))).toEqual(ids);
  });
});

test('without its database the subgraph answers with a failure', async () => {
  const governance = await openGovernance({ database: 'sqlite::memory:', log: silentLog });
  const subgraph = createGovernanceSubgraph({
    governance,
    analysis: noAnalysis,
    health: () => [],
    log: silentLog,
  });
  await governance.close();
  const { data, errors } = await subgraph.answer(
    { query: '{ restrictions { id } }', variables: {}, operationName: null, requestId: 'test' },
    caseworker,
    policyThatOpens(),
  );
  expect(data).toEqual({ restrictions: null });
  expect(errors.map(({ failure }) => failure.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
});

/** A place in an answer. */
function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    value,
  );
}

/** The ids of the residents on a page of a caseload. */
function residentsOf(connection: unknown): readonly unknown[] {
  const edges = at(connection, 'edges') as readonly unknown[];
  return edges.map((edge) => at(edge, 'node', 'resident', 'id'));
}

function representations(...ids: readonly string[]): { readonly representations: readonly object[] } {
  return { representations: ids.map((id) => ({ __typename: 'Resident', id })) };
}
