import { beforeAll, beforeEach, expect, test } from '@jest/globals';

import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { ask, sectionOf } from './made-up/ask.ts';
import { cleared, opened, timeToOpen } from './made-up/fresh.ts';
import {
  addAdmission,
  addClient,
  addEpisode,
  addProvider,
  anyProvider,
  residentId,
} from './made-up/records.ts';

const minor = residentId(1);
const stranger = residentId(2);
const page = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const ordinary = `substanceUseTreatment { admissions(first: 2) { ${page} } } mentalHealth { episodes(first: 2) { ${page} } }`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}

eachDialect('what a minor consented to alone', (open) => {
  let database: Database;
  let client: string;

  beforeAll(async () => {
    database = await opened(open);
  }, timeToOpen);

  beforeEach(async () => {
    await cleared(database);
    await addProvider(database, anyProvider);
    client = await addClient(database, { resident: minor, client: '1' });
    await addAdmission(database, 'A1', client, { ADMIT_DT: '2025-01-01' });
    await addAdmission(database, 'A3', client, { ADMIT_DT: '2025-03-01' });
    await addEpisode(database, 'E1', client);
  });

  test('changes neither entries nor cursors of the ordinary lists', async () => {
    const before = await ask(database, minor, ordinary);
    await addAdmission(database, 'A2', client, { ADMIT_DT: '2025-02-01', MINOR_CONSENT: 1 });
    await addAdmission(database, 'A4', client, { ADMIT_DT: '2025-04-01', MINOR_CONSENT: 1 });
    await addEpisode(database, 'E2', client, { MINOR_CONSENT: 1 });
    expect(await ask(database, minor, ordinary)).toEqual(before);
  });

  test('is null where there is none, as it is for who may not read it', async () => {
    const selection = `minorConsentedSubstanceUseAdmissions { ${page} } minorConsentedMentalHealthEpisodes { ${page} }`;
    expect(sectionOf(await ask(database, minor, selection))).toEqual({
      minorConsentedSubstanceUseAdmissions: null,
      minorConsentedMentalHealthEpisodes: null,
    });
  });

  test('stands in a list of its own', async () => {
    await addAdmission(database, 'A2', client, { MINOR_CONSENT: 1 });
    await addEpisode(database, 'E2', client, { MINOR_CONSENT: 1 });
    const selection = `minorConsentedSubstanceUseAdmissions { ${page} } minorConsentedMentalHealthEpisodes { ${page} }`;
    const section = sectionOf(await ask(database, minor, selection)) as Readonly<Record<string, Page>>;
    expect(idsOf(section['minorConsentedSubstanceUseAdmissions'])).toEqual(['A2']);
    expect(idsOf(section['minorConsentedMentalHealthEpisodes'])).toEqual(['E2']);
  });

  test('has cursors that open the ordinary list no more than an invented one', async () => {
    await addAdmission(database, 'A2', client, { ADMIT_DT: '2025-02-01', MINOR_CONSENT: 1 });
    const itsOwn = await ask(database, minor, admissionsAfter('A2'));
    const invented = await ask(database, minor, admissionsAfter('A999'));
    expect(itsOwn.errors?.length).toBe(1);
    expect(itsOwn).toEqual(invented);
  });

  test('leaves the section as it is for a resident whom no provider knows', async () => {
    const child = residentId(3);
    const clientOfChild = await addClient(database, { resident: child, client: '3' });
    await addAdmission(database, 'A5', clientOfChild, { MINOR_CONSENT: 1 });
    const ofChild = await ask(database, child, ordinary);
    expect(ofChild).toEqual(await ask(database, stranger, ordinary));
    expect(sectionOf(ofChild)).toEqual({ substanceUseTreatment: null, mentalHealth: null });
  });
});

function idsOf(list: Page | undefined): readonly string[] | undefined {
  return list?.edges.map(({ node }) => node.id);
}

function admissionsAfter(id: string): string {
  const cursor = Buffer.from(JSON.stringify(id)).toString('base64url');
  return `substanceUseTreatment { admissions(first: 2, after: "${cursor}") { ${page} } }`;
}
