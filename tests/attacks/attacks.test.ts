import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { factsOfSixCallers, sixCallers, type NamedCaller } from '../../scripts/demo/index.ts';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import {
  startAuthorizedEnvironment,
  type AuthorizedAnswer,
  type AuthorizedEnvironment,
} from '../support/authorized-environment.ts';
import { engines } from '../support/engines.ts';
import type { Attack, AttackRequest } from './attack.ts';
import { prize } from './attack.ts';
import {
  aliases,
  conditions,
  directivesInDocuments,
  fragments,
  operations,
  variables,
} from './families/index.ts';

const seed = 1;
const residents = 200;

const { residentId: patient } = showcaseResident(generateHouseholds({ seed, residents: 1 }));
const callers = new Map(sixCallers(patient).map((caller) => [caller.name, caller]));

const families: Readonly<Record<string, readonly Attack[]>> = {
  aliases,
  conditions,
  directivesInDocuments,
  fragments,
  operations,
  variables,
};

/** Denied by their role and purpose, denied for want of a consent, denied for want of a purpose. */
const attackers = [
  'housing caseworker, resident on the caseload',
  'SUD counselor, no consent',
  'probation officer, supervising',
  'an application without a purpose',
];

describe.each(engines)('with the engine that is %s,', (engine) => {
  let environment: AuthorizedEnvironment;
  let secrets: readonly string[];
  let stranger: string;

  beforeAll(async () => {
    environment = await startAuthorizedEnvironment({
      residents,
      seed,
      flags: { 'execution.engine': engine },
    });
    await environment.importFacts(factsOfSixCallers(patient));
    const treated = await privileged(environment, patient);
    secrets = textsIn(treated.data).filter((text) => text !== patient && text.length > 5);
    stranger = await somebodyUntreated(environment);
  }, 120_000);

  afterAll(async () => environment.close());

  test('the prize is there for whoever may see it', () => {
    expect(secrets.length).toBeGreaterThan(3);
  });

  describe.each(Object.entries(families))('%s', (_, attacks) => {
    test.each(attacks)('$name: no value leaves, and its agency is not asked', async ({ request }) => {
      const before = environment.asked.get('behavioral-health')?.length ?? 0;
      for (const name of attackers) {
        // One after the other, so that nothing that one leaves behind is missed.
        // oxlint-disable-next-line no-await-in-loop
        const answer = JSON.stringify(await attack(environment, name, request(patient)));
        for (const secret of secrets) expect(answer).not.toContain(secret);
      }
      const asked = environment.asked.get('behavioral-health')?.slice(before) ?? [];
      expect(asked.map(({ query }) => query).join('\n')).not.toMatch(/substanceUseTreatment|admissions/);
    });

    const comparable = attacks.filter(({ asksMore }) => !asksMore);
    test.each(comparable)(
      '$name: patient and stranger cost the same and get the same',
      async ({ request }) => {
        for (const name of attackers) {
          // oxlint-disable-next-line no-await-in-loop
          const one = await witnessed(environment, name, request, patient);
          // oxlint-disable-next-line no-await-in-loop
          expect(await witnessed(environment, name, request, stranger)).toEqual(one);
        }
      },
    );
  });

  test('what a privileged caller was given is not given to the next', async () => {
    const query = `{ resident(id: "${patient}") { behavioralHealth { ${prize} } } }`;
    for (const name of attackers) {
      // oxlint-disable-next-line no-await-in-loop
      await privileged(environment, patient);
      // oxlint-disable-next-line no-await-in-loop
      const answer = JSON.stringify(await environment.ask(known(name), query));
      for (const secret of secrets) expect(answer).not.toContain(secret);
    }
    const again = await privileged(environment, patient);
    for (const secret of secrets) expect(JSON.stringify(again)).toContain(secret);
  });

  test('what goes on at the same time for a privileged caller is not shared with others', async () => {
    const query = `{ resident(id: "${patient}") { behavioralHealth { ${prize} } } }`;
    const asked = Array.from({ length: 20 }, async () => {
      const [, ...denied] = await Promise.all([
        privileged(environment, patient),
        ...attackers.map((name) => environment.ask(known(name), query)),
      ]);
      return JSON.stringify(denied);
    });
    for (const answer of await Promise.all(asked)) {
      for (const secret of secrets) expect(answer).not.toContain(secret);
    }
  });

  test('a number that may not be seen may not be searched by', async () => {
    for (const name of attackers) {
      // oxlint-disable-next-line no-await-in-loop
      const [one, other] = await Promise.all(
        ['0000', '1234'].map((digits) => environment.ask(known(name), searchByNumber(digits))),
      );
      expect(one).toMatchObject({ status: 403 });
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    }
  });
});

function searchByNumber(digits: string): string {
  return `{ searchResidents(input: { socialSecurityNumberLastFour: "${digits}", surname: "S" }) { edges { cursor node { id } } isTooBroad } }`;
}

async function attack(
  environment: AuthorizedEnvironment,
  name: string,
  { query, variables: sent, operationName }: AttackRequest,
): Promise<AuthorizedAnswer> {
  return environment.ask(known(name), query, sent, operationName);
}

function known(name: string): NamedCaller {
  const caller = callers.get(name);
  if (!caller) throw new Error(`Nobody is called ${name}.`);
  return caller;
}

async function privileged(environment: AuthorizedEnvironment, id: string): Promise<AuthorizedAnswer> {
  const query = `{ resident(id: "${id}") { behavioralHealth { ${prize} } } }`;
  return environment.ask(known('SUD counselor, consent on file'), query);
}

/** Somebody whom no treatment provider knows, as somebody with everybody's consent would see it. */
async function somebodyUntreated(environment: AuthorizedEnvironment): Promise<string> {
  const [like] = factsOfSixCallers(patient).consents;
  const caller = known('SUD counselor, consent on file');
  if (!like) throw new Error('There is no consent.');
  const ids = [...generateHouseholds({ seed, residents })]
    .flatMap(({ members }) => members.map(({ residentId }) => residentId))
    .filter((id) => id !== patient)
    .slice(0, 60);
  const subject = 'counselor-3';
  const consents = ids.map((id) => ({
    ...like,
    id: `all-${id}`,
    residentId: id,
    recipientSubjects: [subject],
  }));
  await environment.importFacts({ consents });
  const query = `query ($ids: [ID!]!) { residents(ids: $ids) { id behavioralHealth { substanceUseTreatment { admissions(first: 1) { edges { cursor } } } } } }`;
  const asking = { ...caller, caller: { ...caller.caller, subject } };
  const { data } = await environment.ask(asking, query, { ids });
  const { residents: found } = data as {
    residents: { id: string; behavioralHealth: { substanceUseTreatment: object | null } | null }[];
  };
  const untreated = found.find(({ behavioralHealth }) => behavioralHealth?.substanceUseTreatment === null);
  if (!untreated) throw new Error('Everybody is in treatment.');
  return untreated.id;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key.startsWith('__') ? [] : textsIn(inner)));
}

/** The answer, and everything that the agencies were asked for it: what takes the same steps takes the same time. */
async function witnessed(
  environment: AuthorizedEnvironment,
  name: string,
  request: Attack['request'],
  id: string,
): Promise<readonly string[]> {
  const before = new Map([...environment.asked].map(([agency, asked]) => [agency, asked.length]));
  const answer = await attack(environment, name, request(id));
  const asked = [...environment.asked].map(([agency, all]) => [agency, all.slice(before.get(agency))]);
  return [answer, asked].map((part) => JSON.stringify(part).replaceAll(id, 'ID'));
}
