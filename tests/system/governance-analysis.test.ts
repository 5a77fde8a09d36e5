import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runWords } from '../../gateway/tests/cli/run-words.ts';
import { factsOfSixCallers, sixCallers, sixCallersQuery } from '../../scripts/demo/index.ts';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import {
  startAuthorizedEnvironment,
  type Asking,
  type AuthorizedAnswer,
  type AuthorizedEnvironment,
} from '../support/authorized-environment.ts';
import { engines } from '../support/engines.ts';

const seed = 1;
const { residentId } = showcaseResident(generateHouseholds({ seed, residents: 1 }));

const officer = (agency: string, role: string): Asking => ({
  caller: { application: 'tests', assuranceLevel: 2, subject: `${role}-${agency}`, agency, roles: [role] },
  purposeOfUse: 'AUDIT',
});
const privacyOfficer = officer('behavioral-health', 'privacy-officer');
const steward = officer('housing', 'data-steward');

const decision = `{ kind agreements { id version clause } citations obligations transforms { coordinate transform }
  reason authority remedy agreement category isConcealed }`;
const access = `{ requester { agency role application } purposeOfUse subject decision ${decision} }`;
const explanation = `{ refusedArgument fields { path coordinate outcome transform decision ${decision}
  changes { together { kind value } } } }`;
const comparison = `{ changes { requester { agency role application } purposeOfUse category
  before ${decision} after ${decision} } operations { documentId operationName losses { path coordinate } requesters } }`;

const explainAny = `query ($input: ExplainOperationInput!) { explainOperation(input: $input) ${explanation} }`;
const explainOne = `query ($id: ID!, $input: ExplainOperationInput!) {
  resident(id: $id) { explanation(input: $input) ${explanation} } }`;

interface Explained {
  readonly path: string;
  readonly coordinate: string;
  readonly outcome: string;
}

const document = sixCallersQuery(residentId);
/** A caller of the demonstration with the flags by which a command line introduces them. */
function requesterNamed(name: string) {
  const found = sixCallers(residentId).find((one) => one.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  const { subject, agency, roles, application } = found.caller;
  const trainings = found.caller.trainings ?? [];
  const assuranceLevel = found.caller.assuranceLevel ?? 2;
  const caller = { subject, agency, roles, application, trainings, assuranceLevel };
  const purposeOfUse = found.purposeOfUse ?? 'TREAT';
  const words = ['--caller', JSON.stringify(caller), '--purpose', purposeOfUse];
  return { words, input: { document, requester: caller, purposeOfUse } };
}

const counselor = requesterNamed('SUD counselor, consent on file');
const caseworker = requesterNamed('housing caseworker, resident on the caseload');

/** What the schema says of an enum or an absence, as the command line's JSON says it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('together' in value) return plain(value.together);
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(
    entries.map(([key, each]) => {
      const isEnum = (key === 'kind' || key === 'outcome') && typeof each === 'string';
      const named = names[key] ?? key;
      return [named, isEnum ? each.toLowerCase().replaceAll('_', '-') : plain(each)];
    }),
  );
}

const names: Readonly<Record<string, string>> = { purposeOfUse: 'purpose', documentId: 'id' };

const caseworkerAsking = officer('housing', 'housing-caseworker');

interface NegotiationAnswer {
  readonly agreements: readonly { readonly id: string; readonly earlierVersions: readonly object[] }[];
  readonly compareAgreements: {
    readonly changes: readonly { readonly requester: { readonly role: string }; readonly category: string }[];
  };
}

function codesOf({ errors = [] }: AuthorizedAnswer): readonly unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}

describe.each(engines)('the rules explained to officers, with the engine that is %s,', (engine) => {
  let environment: AuthorizedEnvironment;
  let rules: readonly string[];

  beforeAll(async () => {
    // The command line composes in this thread, too: what the gateway takes for its own delay is that.
    const flags = { 'execution.engine': engine, 'http.maximumDelayMilliseconds': '600000' };
    environment = await startAuthorizedEnvironment({ residents: 40, seed, flags });
    await environment.importFacts(factsOfSixCallers(residentId));
    rules = ['--supergraph', environment.supergraphFile, '--json'];
  }, 120_000);
  afterAll(async () => environment.close());

  const ask = async (asking: Asking, query: string, variables: object = {}): Promise<object> => {
    const answer = await environment.ask(asking, query, { ...variables });
    expect(codesOf(answer)).toEqual([]);
    return answer.data as object;
  };
  const command = async (...words: readonly string[]) => {
    const { data } = await runWords(...words, ...rules);
    return JSON.parse(data) as Readonly<Record<string, unknown>>;
  };
  const explained = async (asking: Asking, input: object): Promise<readonly Explained[]> => {
    const data = await ask(asking, explainOne, { id: residentId, input });
    return (data as { resident: { explanation: { fields: readonly Explained[] } } }).resident.explanation
      .fields;
  };

  test('are what the command line says of an operation, whoever the resident is', async () => {
    const data = await ask(privacyOfficer, explainAny, { input: counselor.input });
    const { refusedArgument, fields } = await command('explain', document, ...counselor.words);
    expect(plain(data)).toEqual(plain({ explainOperation: { refusedArgument, fields } }));
  });

  test('are, of one resident, what the command line says of the agency’s own data', async () => {
    const words = ['--resident', residentId, '--governance-database', environment.database];
    const { fields } = await command('explain', document, ...counselor.words, ...words);
    const told = await explained(privacyOfficer, counselor.input);
    expect(plain(told)).toEqual(plain(fields));
    const place = 'resident.behavioralHealth.substanceUseTreatment';
    expect(told.find(({ path }) => path === place)?.outcome).toBe('RETURNED');
  });

  test('are what the command line simulates', async () => {
    const seen = await ask(
      privacyOfficer,
      `{ fieldAccess(coordinate: "Resident.housing") ${access}
         roleAccess(role: "probation-officer", agency: "justice") ${access}
         compareAgreements(input: { ended: ["snap-administration"] }) ${comparison} }`,
    );
    const [field, role, end] = await Promise.all([
      command('simulate', 'field', 'Resident.housing'),
      command('simulate', 'role', 'probation-officer@justice'),
      command('simulate', 'end', 'snap-administration'),
    ]);
    expect(end['changes']).not.toEqual([]);
    expect(plain(seen)).toEqual(
      plain({
        fieldAccess: field['access'],
        roleAccess: role['access'],
        compareAgreements: { changes: end['changes'], operations: end['operations'] },
      }),
    );
  });

  test('show what an agreement under negotiation would come to if it came into force', async () => {
    const data = (await ask(
      privacyOfficer,
      `{ agreements { id version status isInForce missingSignatures history { status on }
           grants { categories purposes consents } earlierVersions { version grants { categories } } }
         compareAgreements(input: { begun: ["police-welfare-checks"] }) ${comparison} }`,
    )) as NegotiationAnswer;
    const named = (id: string) => data.agreements.find((one) => one.id === id);
    expect(named('police-welfare-checks')).toMatchObject({
      status: 'PROPOSED',
      isInForce: false,
      missingSignatures: ['behavioral-health', 'state-police'],
      history: [{ status: 'DRAFT' }, { status: 'PROPOSED' }],
    });
    expect(named('snap-administration')).toMatchObject({ isInForce: true, missingSignatures: [] });
    expect(named('housing-for-clinicians')?.earlierVersions).toMatchObject([
      { version: 1, grants: [{ categories: expect.arrayContaining(['housing-income']) }] },
    ]);
    const changed = data.compareAgreements.changes.map(({ requester, category }) => [
      requester.role,
      category,
    ]);
    expect(changed).toContainEqual(['police-officer', 'mental-health-treatment']);
    expect(new Set(changed.map(([role]) => role))).toEqual(new Set(['police-officer']));
  });

  test('show a data steward the agreements that bind their agency alone', async () => {
    const { agreements } = (await ask(steward, '{ agreements { provider recipients { agency } } }')) as {
      agreements: readonly { provider: string; recipients: readonly { agency: string }[] }[];
    };
    expect(agreements.length).toBeGreaterThan(3);
    expect(
      agreements.every(({ provider, recipients }) =>
        [provider, ...recipients.map(({ agency }) => agency)].includes('housing'),
      ),
    ).toBe(true);
  });

  test('tell those who keep agencies how they have answered', async () => {
    const administrator = {
      ...officer('information-technology', 'system-administrator'),
      purposeOfUse: 'HOPERAT',
    };
    const { agencyHealth } = (await ask(
      administrator,
      '{ agencyHealth { agency breaker answered medianMilliseconds schemaVersion since asOf } }',
    )) as { agencyHealth: readonly { agency: string; schemaVersion: string }[] };
    expect(agencyHealth.map(({ agency }) => agency)).toEqual([
      'behavioral-health',
      'benefits',
      'housing',
      'justice',
      'residents',
    ]);
    expect(agencyHealth).toContainEqual(
      expect.objectContaining({ agency: 'residents', breaker: 'CLOSED', answered: expect.any(Number) }),
    );
    expect(new Set(agencyHealth.map(({ schemaVersion }) => schemaVersion)).size).toBe(5);
    const refused = await environment.ask(
      { ...caseworkerAsking, purposeOfUse: 'HOUSING_PLACEMENT' },
      '{ agencyHealth { agency } agreements { id } }',
    );
    expect(refused.data ?? null).toBeNull();
  });

  test('leave open and soon end what the check says', async () => {
    const data = (await ask(
      privacyOfficer,
      `{ policyCoverage(expiringWithinDays: 400) { unlabelledFields categoriesWithoutAgreement
         forbiddenGrants { agreement } expiringAgreements { agreement endsOn } } }`,
    )) as { policyCoverage: { expiringAgreements: readonly { agreement: string; endsOn: string }[] } };
    const { hints } = await command('check', '--expiring-within', '400');
    const ending = data.policyCoverage.expiringAgreements.map(
      ({ agreement, endsOn }) => `The agreement ${agreement} ends on ${endsOn}.`,
    );
    expect(ending).not.toEqual([]);
    expect(((hints ?? []) as readonly string[]).filter((hint) => hint.startsWith('The agreement'))).toEqual(
      ending,
    );
    expect(data.policyCoverage).toMatchObject({
      unlabelledFields: [],
      categoriesWithoutAgreement: [],
      forbiddenGrants: [],
    });
  });

  test('tell a data steward of their own agency’s data and staff alone', async () => {
    const all = (await ask(privacyOfficer, explainAny, { input: counselor.input })) as {
      explainOperation: { fields: readonly Explained[] };
    };
    const own = (await ask(steward, explainAny, { input: counselor.input })) as typeof all;
    const shown = own.explainOperation.fields.map(({ path }) => path);
    expect(shown).toContain('resident.housing');
    expect(shown.every((path) => path.startsWith('resident.housing'))).toBe(true);
    expect(all.explainOperation.fields.length).toBeGreaterThan(shown.length);
    const ofStaff = (await ask(steward, explainAny, { input: caseworker.input })) as typeof all;
    expect(ofStaff.explainOperation.fields.map(({ path }) => path)).toContain('resident.benefits');
    const simulated = (await ask(steward, `{ fieldAccess(coordinate: "Resident.benefits") ${access} }`)) as {
      fieldAccess: readonly { requester: { agency: string } }[];
    };
    expect(new Set(simulated.fieldAccess.map(({ requester }) => requester.agency))).toEqual(
      new Set(['housing']),
    );
  });

  test('show no officer what other agencies have on file about a resident', async () => {
    const officerOfHousing = officer('housing', 'privacy-officer');
    expect((await explained(officerOfHousing, counselor.input)).map(({ path }) => path)).not.toContain(
      'resident.behavioralHealth.substanceUseTreatment',
    );
    const before = await explained(officerOfHousing, caseworker.input);
    const [consent] = factsOfSixCallers(residentId).consents;
    if (!consent) throw new Error('There is no consent.');
    const { subject } = caseworker.input.requester;
    await environment.importFacts({
      consents: [
        { ...consent, id: `third-${engine}`, recipientSubjects: [subject], recipientAgencies: ['housing'] },
      ],
    });
    expect(await explained(officerOfHousing, caseworker.input)).toEqual(before);
  });

  test('hold no value: no agency is asked what they are about', async () => {
    const before = [...environment.asked.values()].map((asked) => asked.length);
    await ask(privacyOfficer, explainAny, { input: counselor.input });
    expect([...environment.asked.values()].map((asked) => asked.length)).toEqual(before);
    await explained(privacyOfficer, counselor.input);
    const asked = [...environment.asked].map(([, each], index) => each.slice(before[index]));
    expect(asked.flat().every(({ query }) => !/admission|enrollment|birthDate/i.test(query))).toBe(true);
  });

  test.each([
    ['an operation that the graph does not answer', { document: '{ nothing }' }],
    ['a purpose that nobody knows', { purposeOfUse: 'CURIOSITY' }],
    ['variables that are no object', { variables: '[1]' }],
  ])('are not found for %s', async (_, wrong) => {
    const input = { ...counselor.input, ...wrong };
    expect(codesOf(await environment.ask(privacyOfficer, explainAny, { input }))).toEqual(['BAD_USER_INPUT']);
  });

  test('are asked for a few times in one request, and no more', async () => {
    const many = Array.from({ length: 11 }, (__, index) => `c${index}: policyCoverage { unlabelledFields }`);
    const answer = await environment.ask(privacyOfficer, `{ ${many.join(' ')} }`);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['a caseworker', { ...caseworker, purposeOfUse: 'AUDIT' }],
    ['a caseworker, for their own purpose', caseworker],
  ])('are refused to %s', async (_, { input }) => {
    const { requester, purposeOfUse } = input;
    const answer = await environment.ask({ caller: requester, purposeOfUse }, explainAny, {
      input: counselor.input,
    });
    expect([answer.status, answer.data]).toEqual([403, undefined]);
  });
});
