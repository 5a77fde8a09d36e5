import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { format } from 'prettier';
import { factsOfSixCallers, sixCallers, sixCallersQuery } from '../../scripts/demo/index.ts';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import { callersTable } from '../../scripts/readme/index.ts';
import type { AgencyName } from '../../scripts/seeding/index.ts';
import {
  startAuthorizedEnvironment,
  type AuthorizedAnswer,
  type AuthorizedEnvironment,
} from '../support/authorized-environment.ts';
import { engines } from '../support/engines.ts';

const seed = 1;
const residents = 400;

const { residentId } = showcaseResident(generateHouseholds({ seed, residents: 1 }));
const callers = sixCallers(residentId);

/** What an answer withholds: where, why and by which authority. */
function withheldIn({ errors = [] }: AuthorizedAnswer): Readonly<Record<string, string>> {
  const told = errors.filter(({ extensions }) => extensions['code'] === 'FIELD_WITHHELD');
  return Object.fromEntries(
    told.map(({ path = [], extensions: { reason, authority, remedy } }) => [
      path.filter((key) => typeof key === 'string').join('.'),
      `${reason}, ${authority}, ${remedy}`,
    ]),
  );
}

describe.each(engines)('agreements and statutes, with the engine that is %s,', (engine) => {
  let environment: AuthorizedEnvironment;

  beforeAll(async () => {
    environment = await startAuthorizedEnvironment({
      residents,
      seed,
      flags: { 'execution.engine': engine },
    });
    await environment.importFacts(factsOfSixCallers(residentId));
  }, 120_000);

  afterAll(async () => environment.close());

  const askAs = (name: string): Promise<AuthorizedAnswer> => {
    const asking = callers.find((one) => one.name === name);
    if (!asking) throw new Error(`Nobody is called ${name}.`);
    return environment.ask(asking, sixCallersQuery(residentId));
  };

  /** The agencies that were asked since, and for what. */
  const askedSince = (before: ReadonlyMap<AgencyName, number>): ReadonlyMap<AgencyName, string> =>
    new Map(
      [...environment.asked].flatMap(([agency, asked]) => {
        const texts = asked.slice(before.get(agency)).map(({ query }) => query);
        return texts.length > 0 ? [[agency, texts.join('\n')]] : [];
      }),
    );

  const soFar = (): ReadonlyMap<AgencyName, number> =>
    new Map([...environment.asked].map(([agency, asked]) => [agency, asked.length]));

  test('give a housing caseworker the stay, and neither health, nor SNAP, nor custody', async () => {
    const before = soFar();
    const answer = await askAs('housing caseworker, resident on the caseload');
    expect(answer).toMatchObject({
      status: 200,
      data: {
        resident: {
          name: { given: expect.any(String) },
          benefits: null,
          housing: { enrollments: { edges: [{ node: { entryDate: expect.any(String), hivAids: null } }] } },
          behavioralHealth: { substanceUseTreatment: null },
          justice: { bookings: null, cases: { edges: [{ node: { caseNumber: expect.any(String) } }] } },
        },
      },
    });
    const withheld = withheldIn(answer);
    expect(withheld['resident.housing.enrollments.edges.node.hivAids']).toMatch(
      /^CONSENT, .*, REQUEST_CONSENT$/,
    );
    expect(withheld['resident.benefits']).toMatch(/7 CFR 272\.1\(c\)/);
    const asked = askedSince(before);
    expect(asked.has('benefits')).toBe(false);
    expect(asked.get('housing')).not.toContain('hivAids');
    expect(asked.get('justice')).not.toMatch(/bookings|sealed/);
    expect(asked.get('behavioral-health') ?? '').not.toContain('admissions');
  });

  test('give an eligibility worker SNAP, and of the number its last four digits', async () => {
    const answer = await askAs('SNAP eligibility worker');
    expect(answer.data).toMatchObject({
      resident: {
        socialSecurityNumber: { lastFour: expect.stringMatching(/^\d{4}$/) },
        benefits: { snap: { cases: { edges: [{ node: { status: expect.any(String) } }] } } },
        housing: null,
        behavioralHealth: { substanceUseTreatment: null },
      },
    });
    expect(answer.extensions).toMatchObject({
      transformed: [
        { path: ['resident', 'socialSecurityNumber', 'lastFour'], transform: 'last-four-digits' },
      ],
      obligations: [{ id: 'no-redisclosure' }],
    });
  });

  test('give a counselor the treatment with a consent, and without one say which law wants it', async () => {
    const treated = await askAs('SUD counselor, consent on file');
    expect(treated.data).toMatchObject({
      resident: {
        behavioralHealth: {
          substanceUseTreatment: {
            admissions: { edges: [{ node: { admissionDate: expect.any(String) } }] },
          },
        },
      },
    });
    const before = soFar();
    const untreated = await askAs('SUD counselor, no consent');
    expect(untreated.data).toMatchObject({
      resident: { behavioralHealth: { substanceUseTreatment: null } },
    });
    expect(withheldIn(untreated)['resident.behavioralHealth.substanceUseTreatment']).toMatch(
      /^CONSENT, 42 CFR 2\.\d+.*, REQUEST_CONSENT$/,
    );
    expect(askedSince(before).get('behavioral-health') ?? '').not.toContain('substanceUseTreatment');
  });

  test('give a probation officer the booking and its charges, and treatment never', async () => {
    const answer = await askAs('probation officer, supervising');
    expect(answer.data).toMatchObject({
      resident: {
        behavioralHealth: { substanceUseTreatment: null },
        justice: {
          bookings: {
            edges: [
              {
                node: {
                  bookingDate: expect.any(String),
                  charges: expect.arrayContaining([{ description: expect.any(String) }]),
                },
              },
            ],
          },
        },
      },
    });
    expect(withheldIn(answer)['resident.behavioralHealth.substanceUseTreatment']).toMatch(/42 CFR 2\./);
  });

  test('give the resident their own record, but not what was noted in counseling', async () => {
    const answer = await askAs('the resident');
    expect(answer.data).toMatchObject({
      resident: {
        benefits: { snap: expect.anything() },
        housing: { enrollments: { edges: [{ node: { hivAids: [{ response: expect.any(String) }] } }] } },
        behavioralHealth: {
          substanceUseTreatment: {
            admissions: { edges: [{ node: { admissionDate: expect.any(String), counselingNotes: null } }] },
          },
        },
      },
    });
    const withheld = Object.keys(withheldIn(answer));
    expect(withheld).toEqual([
      'resident.behavioralHealth.substanceUseTreatment.admissions.edges.node.counselingNotes',
    ]);
  });

  test('give an application without a purpose nothing but the remedy', async () => {
    const before = soFar();
    const answer = await askAs('an application without a purpose');
    expect(answer).toMatchObject({
      status: 403,
      errors: [{ path: ['resident'], extensions: { code: 'FIELD_WITHHELD', remedy: 'STATE_PURPOSE' } }],
    });
    expect(answer).not.toHaveProperty('data');
    expect(askedSince(before).size).toBe(0);
  });

  test('give as many different answers as there are callers', async () => {
    const answers = await Promise.all(callers.map(({ name }) => askAs(name)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(callers.length);
  });

  test('are in the README as they come out', async () => {
    const answers = await Promise.all(callers.map(async ({ name }) => ({ ...(await askAs(name)), name })));
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(await format(callersTable(answers), { parser: 'markdown' }));
  });

  test('leave nothing behind from one caller for another, in whichever order they ask', async () => {
    const names = ['the resident', 'SUD counselor, no consent'];
    const fresh = new Map(
      await Promise.all(names.map(async (name) => [name, JSON.stringify(await askAs(name))] as const)),
    );
    for (const name of [...names, ...names.toReversed(), ...names]) {
      // One after the other: what is tried is what the one leaves behind for the next.
      // oxlint-disable-next-line no-await-in-loop
      expect(JSON.stringify(await askAs(name))).toBe(fresh.get(name));
    }
  });

  test('conceal a sealed case: no error, no notice, whether or not there is one', async () => {
    for (const { name } of callers) {
      // oxlint-disable-next-line no-await-in-loop
      const { errors = [], extensions = {} } = await askAs(name);
      expect(JSON.stringify([errors, extensions])).not.toMatch(/sealed/i);
    }
  });

  test('decide 200 residents of mixed consent each by their own, and send none who refused', async () => {
    const ids = everybody().slice(0, 200);
    const consenting = ids.filter(isThird);
    const [counselor] = callers.filter(({ name }) => name === 'SUD counselor, no consent');
    const { subject = '', ...rest } = counselor?.caller ?? {};
    const caller = { ...rest, subject: `${subject}-${engine}` } as (typeof callers)[number]['caller'];
    const [like] = factsOfSixCallers(residentId).consents;
    if (!like) throw new Error('There is no consent.');
    const consents = consenting.map((id) => ({
      ...like,
      id: `${engine}-${id}`,
      residentId: id,
      recipientSubjects: [caller.subject],
    }));
    await environment.importFacts({ consents });
    const before = soFar();
    const answer = await environment.ask(
      { caller, purposeOfUse: 'TREAT' },
      'query ($ids: [ID!]!) { residents(ids: $ids) { id behavioralHealth { substanceUseTreatment { admissions { edges { node { admissionDate } } } } } } }',
      { ids },
    );
    const refused = (answer.errors ?? []).map(({ path }) => ids[Number(path?.[1])]);
    expect(new Set(refused)).toEqual(new Set(ids.filter((id) => !consenting.includes(id))));
    expect(refused).toHaveLength(200 - consenting.length);
    const asked = environment.asked.get('behavioral-health')?.slice(before.get('behavioral-health')) ?? [];
    const sent = asked
      .filter(({ query }) => query.includes('substanceUseTreatment'))
      .flatMap(({ variables }) => (variables['representations'] as { id: string }[]).map(({ id }) => id));
    expect([...sent].sort()).toEqual([...consenting].sort());
  });
});

/** Ids of everybody in the environments. */
function everybody(): readonly string[] {
  return [...generateHouseholds({ seed, residents })].flatMap(({ members }) =>
    members.map(({ residentId: id }) => id),
  );
}

function isThird(_: string, index: number): boolean {
  return index % 3 === 0;
}
