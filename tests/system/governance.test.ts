import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { factsOfSixCallers, sixCallers } from '../../scripts/demo/index.ts';
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

const staff = { application: 'tests', assuranceLevel: 2 };
const asking = (subject: string, agency: string, role: string, purposeOfUse: string): Asking => ({
  caller: { ...staff, subject, agency, roles: [role] },
  purposeOfUse,
});

const physician = asking('physician-1', 'emergency-medical-services', 'emergency-physician', 'ETREAT');
const housingSteward = asking('steward-1', 'housing', 'data-steward', 'HOPERAT');
const officer = asking('privacy-1', 'behavioral-health', 'privacy-officer', 'HOPERAT');
const secondOfficer = asking('privacy-2', 'housing', 'privacy-officer', 'HOPERAT');

/** Who is introduced by name asks for their own purpose. */
function named(name: string): Asking {
  const found = sixCallers(residentId).find((one) => one.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
}

const caseworker = named('housing caseworker, resident on the caseload');

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    value,
  );
}

function codesOf({ errors = [] }: AuthorizedAnswer): readonly (string | null | undefined)[] {
  return errors.map(({ extensions }) => extensions['code']);
}

describe.each(engines)('governance through the gateway, with the engine that is %s,', (engine) => {
  let environment: AuthorizedEnvironment;

  beforeAll(async () => {
    const flags = { 'execution.engine': engine };
    environment = await startAuthorizedEnvironment({ residents: 40, seed, flags });
    await environment.importFacts(factsOfSixCallers(residentId));
  }, 120_000);
  afterAll(async () => environment.close());

  const enrollments = `{ resident(id: "${residentId}") { housing { enrollments(first: 1) { edges { node { entryDate } } } } } }`;

  test('a page learns beside the data what may be seen, without an error', async () => {
    const query = `{ resident(id: "${residentId}") { id access { categories { category isPermitted reason } } } }`;
    const answer = await environment.ask(caseworker, query);
    expect(codesOf(answer)).toEqual([]);
    const categories = at(answer.data, 'resident', 'access', 'categories');
    expect(categories).toContainEqual({ category: 'housing-enrollment', isPermitted: true, reason: null });
    expect(categories).toContainEqual(
      expect.objectContaining({ category: 'sud-treatment', isPermitted: false }),
    );
  });

  test('a caseload leads to its residents at their agencies', async () => {
    const query = '{ myCaseload { edges { node { kind resident { id name { given } } } } } }';
    const answer = await environment.ask(caseworker, query);
    expect(at(answer.data, 'myCaseload', 'edges')).toEqual([
      { node: { kind: 'CASELOAD', resident: { id: residentId, name: { given: expect.any(String) } } } },
    ]);
  });

  test('broken glass opens the record of one agency to one person, until it is closed', async () => {
    const treatment = `{ resident(id: "${residentId}") { behavioralHealth { substanceUseTreatment {
      admissions(first: 1) { edges { node { admissionDate } } } } } } }`;
    const place = ['resident', 'behavioralHealth', 'substanceUseTreatment', 'admissions', 'edges'];
    expect(at((await environment.ask(physician, treatment)).data, ...place)).toBeUndefined();

    const open = `mutation { openBreakGlass(input: { residentId: "${residentId}", agencies: ["behavioral-health"],
      reason: MEDICAL_EMERGENCY, justification: "Unconscious at the emergency room." }) { id } }`;
    const opened = await environment.ask(physician, open);
    expect(codesOf(opened)).toEqual([]);
    expect(at((await environment.ask(physician, treatment)).data, ...place)).toHaveLength(1);

    const id = at(opened.data, 'openBreakGlass', 'id');
    await environment.ask(physician, 'mutation($id: ID!) { closeBreakGlass(id: $id) { id } }', { id });
    expect(at((await environment.ask(physician, treatment)).data, ...place)).toBeUndefined();

    const sessions = `{ resident(id: "${residentId}") { breakGlassSessions { edges { node { id subject } } } } }`;
    const seen = await environment.ask(named('the resident'), sessions);
    expect(at(seen.data, 'resident', 'breakGlassSessions', 'edges')).toEqual([
      { node: { id, subject: 'physician-1' } },
    ]);
  });

  test('what an agency stops sharing is withheld from the next request on, until it shares again', async () => {
    const restrict = 'mutation { restrictAgency(input: { reason: "a breach" }) { id } }';
    const lift = 'mutation($id: ID!) { liftRestriction(id: $id) { id } }';
    const place = ['resident', 'housing', 'enrollments', 'edges'];
    expect(at((await environment.ask(caseworker, enrollments)).data, ...place)).toHaveLength(1);
    const restricted = await environment.ask(housingSteward, restrict);
    expect(codesOf(restricted)).toEqual([]);
    const withheld = await environment.ask(caseworker, enrollments);
    expect(at(withheld.data, ...place)).toBeUndefined();
    expect(withheld.errors?.map(({ extensions }) => extensions['reason'])).toEqual(['RESTRICTION']);
    await environment.ask(housingSteward, lift, { id: at(restricted.data, 'restrictAgency', 'id') });
    expect(at((await environment.ask(caseworker, enrollments)).data, ...place)).toHaveLength(1);
  });

  test('nobody confirms their own emergency, and the refusal says so', async () => {
    const declare = `mutation { declareEmergency(input: { authority: "Executive Order 7", area: "statewide",
      categories: ["housing-enrollment"], roles: ["emergency-physician"], purposesOfUse: ["DISASTER"],
      endsAt: "2099-01-01T00:00:00Z" }) { id } }`;
    expect(codesOf(await environment.ask(officer, declare))).toEqual(['BAD_USER_INPUT']);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const declared = await environment.ask(officer, declare.replace('2099-01-01T00:00:00Z', soon));
    const id = at(declared.data, 'declareEmergency', 'id');
    const confirm = 'mutation($id: ID!) { confirmEmergency(id: $id) { isInForce } }';
    const alone = await environment.ask(officer, confirm, { id });
    expect(alone.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['confirmEmergency'], 'FORBIDDEN'],
    ]);
    const both = await environment.ask(secondOfficer, confirm, { id });
    expect(both.data).toEqual({ confirmEmergency: { isInForce: true } });
  });

  test('who has no agreement for it reaches no mutation', async () => {
    const restrict = 'mutation { restrictAgency(input: { reason: "a breach" }) { id } }';
    const answer = await environment.ask(caseworker, restrict);
    expect([answer.status, at(answer.data, 'restrictAgency') ?? null]).toEqual([403, null]);
  });

  test('nothing of it is asked of an agency', async () => {
    const before = [...environment.asked.values()].map((asked) => asked.length);
    await environment.ask(officer, '{ restrictions { id } emergencyDeclarations { id } }');
    expect([...environment.asked.values()].map((asked) => asked.length)).toEqual(before);
  });
});
