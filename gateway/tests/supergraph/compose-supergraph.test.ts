import { readFile, writeFile } from 'node:fs/promises';

import { describe, expect, jest, test } from '@jest/globals';

import { composeSupergraph } from '../../src/supergraph/index.ts';
import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';
import { threeAgencies, threeAgenciesFile } from '../fixtures/three-agencies.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

async function problemsAfter(file: string, change: (text: string) => string) {
  await using folder = await copyOfThreeAgencies();
  const path = folder.path(file);
  await writeFile(path, change(await readFile(path, 'utf8')));
  const composition = await composeSupergraph(folder.path('supergraph.yaml'));
  return composition.kind === 'refused' ? composition.problems : [];
}

describe('a supergraph', () => {
  test('names its agencies with their addresses, defaults of environment variables expanded', async () => {
    const { agencies } = await threeAgencies();
    expect(agencies).toEqual(
      expect.arrayContaining([
        { name: 'people', url: 'http://127.0.0.1:1/people' },
        { name: 'benefits', url: 'http://127.0.0.1:1/benefits' },
        { name: 'mental-health', url: 'http://127.0.0.1:1/mental-health' },
      ]),
    );
  });

  test('has the same id whenever it is composed of the same schemas', async () => {
    const composition = await composeSupergraph(threeAgenciesFile);
    const { id } = await threeAgencies();
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(composition).toMatchObject({ kind: 'composed', supergraph: { id } });
  });

  test('shows clients the fields of all agencies and no federation machinery', async () => {
    const { apiSchema } = await threeAgencies();
    expect(Object.keys(apiSchema.getQueryType()?.getFields() ?? {})).toEqual(['resident', 'residents']);
    expect(apiSchema.getDirectives().map(({ name }) => name)).not.toContain('join__field');
  });
});

describe('composition is refused', () => {
  test('with the field, the subgraph and the line of an unknown type', async () => {
    const problems = await problemsAfter('benefits.graphql', (text) => text.replace(': Float', ': Flaot'));
    expect(problems).toEqual([
      expect.objectContaining({
        subgraph: 'benefits',
        coordinate: 'ResidentBenefits.monthlyAmount',
        message: expect.stringContaining('ResidentBenefits.monthlyAmount'),
        place: expect.stringMatching(/benefits\.graphql:\d+$/),
      }),
    ]);
  });

  test('with the field that two subgraphs give different types', async () => {
    const problems = await problemsAfter('mental-health.graphql', (text) =>
      text.replace('appointments: [Day!]', 'name: Int'),
    );
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'FIELD_TYPE_MISMATCH', coordinate: 'Resident.name' }),
      ]),
    );
  });

  test('with the place of a syntax error', async () => {
    const problems = await problemsAfter('people.graphql', (text) => `${text}\ntype {`);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'SCHEMA_UNREADABLE',
        subgraph: 'people',
        place: expect.stringMatching(/:\d+$/),
      }),
    ]);
  });

  test('with the line and key of a mistake in supergraph.yaml', async () => {
    const problems = await problemsAfter('supergraph.yaml', (text) =>
      text.replace('http://127.0.0.1:1/people', 'people'),
    );
    expect(problems).toEqual([
      {
        code: 'SUPERGRAPH_UNREADABLE',
        message: expect.stringContaining('subgraphs.people.routing_url'),
        place: expect.stringMatching(/supergraph\.yaml:4$/),
      },
    ]);
  });

  test('with the environment variable that has neither value nor default', async () => {
    const problems = await problemsAfter('supergraph.yaml', (text) => text.replace(/:-[^}]*/, ''));
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('${env.FIXTURE_BENEFITS_URL}') }),
    ]);
  });

  test('with the subgraph whose schema file is missing', async () => {
    const problems = await problemsAfter('supergraph.yaml', (text) =>
      text.replace('people.graphql', 'poeple.graphql'),
    );
    expect(problems).toEqual([
      expect.objectContaining({
        subgraph: 'people',
        message: expect.stringContaining('subgraphs.people.schema.file'),
      }),
    ]);
  });

  test('for a file that does not exist, naming it', async () => {
    const composition = await composeSupergraph('/nowhere/supergraph.yaml');
    expect(composition).toMatchObject({
      kind: 'refused',
      problems: [{ message: expect.stringContaining('/nowhere/supergraph.yaml') }],
    });
  });

  test.each(['', '[]', 'subgraphs: {}', 'subgraphs: [', '{ subgraphs: { a: null } }'])(
    'for a file that holds %j, with a problem and never an exception',
    async (text) => {
      expect(await problemsAfter('supergraph.yaml', () => text)).not.toHaveLength(0);
    },
  );
});
