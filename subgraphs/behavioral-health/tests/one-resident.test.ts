import { beforeAll, beforeEach, expect, test } from '@jest/globals';

import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { ask, sectionOf } from './made-up/ask.ts';
import { cleared, opened, timeToOpen } from './made-up/fresh.ts';
import { addAdmission, addClient, addProvider, residentId } from './made-up/records.ts';

const resident = residentId(1);

interface Answer {
  readonly substanceUseTreatment: { readonly admissions: Admissions };
}

interface Admissions {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

eachDialect('the admissions of one resident', (open) => {
  let database: Database;

  beforeAll(async () => {
    database = await opened(open);
  }, timeToOpen);

  beforeEach(async () => {
    await cleared(database);
    await addProvider(database, 'P1');
    await addProvider(database, 'P2');
  });

  async function admissions(selection: string, page = ''): Promise<Admissions> {
    const query = `substanceUseTreatment { admissions(first: 3${page}) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`;
    return (sectionOf(await ask(database, resident, query)) as Answer).substanceUseTreatment.admissions;
  }

  test('are those of all providers, though both know the client by one number', async () => {
    const first = await addClient(database, { resident, client: '7', provider: 'P1' });
    const second = await addClient(database, { resident, client: '7', provider: 'P2' });
    await addAdmission(database, 'A1', first, { ADMIT_DT: '2025-01-01' });
    await addAdmission(database, 'A2', second, { ADMIT_DT: '2025-02-01' });
    const { edges } = await admissions('id clientIdentifier provider { id name isPartTwoProgram }');
    expect(edges.map(({ node }) => node)).toEqual([
      {
        id: 'A2',
        clientIdentifier: '7',
        provider: { id: 'P2', name: 'Provider P2', isPartTwoProgram: true },
      },
      {
        id: 'A1',
        clientIdentifier: '7',
        provider: { id: 'P1', name: 'Provider P1', isPartTwoProgram: true },
      },
    ]);
  });

  test('are met once each on a walk through the pages, same days included', async () => {
    const clients = [
      await addClient(database, { resident, client: '7', provider: 'P1' }),
      await addClient(database, { resident, client: '8', provider: 'P2' }),
    ];
    const keys = Array.from({ length: 10 }, (_, number) => `A${number}`);
    for (const [number, key] of keys.entries()) {
      const day = `2025-01-0${1 + Math.floor(number / 4)}`;
      await addAdmission(database, key, clients[number % 2] ?? '', { ADMIT_DT: day });
    }
    const met = await walk();
    expect(met).toHaveLength(keys.length);
    expect(new Set(met)).toEqual(new Set(keys));
  });

  async function walk(): Promise<unknown[]> {
    const met: unknown[] = [];
    let after = '';
    for (;;) {
      const { edges, pageInfo } = await admissions('id', after);
      met.push(...edges.map(({ node }) => node['id']));
      if (!pageInfo.hasNextPage) return met;
      after = `, after: "${pageInfo.endCursor}"`;
    }
  }

  test('do not count a transfer as an admission of its own', async () => {
    const client = await addClient(database, { resident, client: '7', provider: 'P1' });
    await addAdmission(database, 'A1', client);
    await addAdmission(database, 'T1', client, {
      TRANS_TYPE: 'T',
      EPISODE_KEY: 'A1',
      PROVIDER_ID: 'P2',
      SERVICE_SETTING: '07',
    });
    const { edges } = await admissions('id transfers { id serviceSetting provider { id } }');
    expect(edges.map(({ node }) => node)).toEqual([
      {
        id: 'A1',
        transfers: [{ id: 'T1', serviceSetting: 'AMBULATORY_OUTPATIENT', provider: { id: 'P2' } }],
      },
    ]);
  });

  test('keep unknown, not collected, not applicable and no value apart', async () => {
    const client = await addClient(database, { resident, client: '7', provider: 'P1' });
    await addAdmission(database, 'A1', client, {
      PRIOR_EPISODES: '7',
      REFERRAL_SRC: '98',
      DETAILED_CJ_REF: '96',
      PAYMENT_SRC: null,
    });
    const { edges } = await admissions(
      'priorTreatmentEpisodes referralSource criminalJusticeReferral paymentSource',
    );
    expect(edges[0]?.node).toEqual({
      priorTreatmentEpisodes: 'UNKNOWN',
      referralSource: 'NOT_COLLECTED',
      criminalJusticeReferral: 'NOT_APPLICABLE',
      paymentSource: null,
    });
  });

  test('say which kind of answer an age at first use is', async () => {
    const client = await addClient(database, { resident, client: '7', provider: 'P1' });
    await addAdmission(database, 'A1', client);
    const ages = [14, 96, 97, 98];
    await database('TEDS_SUBSTANCE').insert(
      ages.map((age, index) => ({
        SUBSTANCE_KEY: `S${index}`,
        RECORD_KEY: 'A1',
        PROBLEM_RANK: index + 1,
        SUBSTANCE: '05',
        AGE_FIRST_USE: age,
      })),
    );
    const { edges } = await admissions('substances { ageAtFirstUse ageAtFirstUseAnswer }');
    expect(edges[0]?.node['substances']).toEqual([
      { ageAtFirstUse: 14, ageAtFirstUseAnswer: 'ANSWERED' },
      { ageAtFirstUse: null, ageAtFirstUseAnswer: 'NOT_APPLICABLE' },
      { ageAtFirstUse: null, ageAtFirstUseAnswer: 'UNKNOWN' },
      { ageAtFirstUse: null, ageAtFirstUseAnswer: 'NOT_COLLECTED' },
    ]);
  });
});
