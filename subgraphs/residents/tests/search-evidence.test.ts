import { beforeAll, expect, test } from '@jest/globals';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { fillIndex, type FilledIndex } from './index-database.ts';
import { people } from './seed.ts';

const query = `query ($input: ResidentSearchInput!) {
  searchResidents(input: $input) {
    edges { node { id } matchedOn evidence { identifier level weight } }
  }
}`;

interface Edge {
  readonly node: { readonly id: string };
  readonly evidence: readonly {
    readonly identifier: string;
    readonly level: string;
    readonly weight: number;
  }[];
}

eachDialect('what a search finds', (open) => {
  let index: FilledIndex;
  beforeAll(async () => {
    index = await fillIndex(open);
  });

  async function search(input: object): Promise<readonly Edge[]> {
    const { data, errors } = await index.ask(query, { input });
    expect(errors).toBeUndefined();
    const found = data?.['searchResidents'] as { readonly edges: readonly Edge[] };
    return found.edges;
  }

  async function levelsOf(input: object, id: string): Promise<Readonly<Record<string, string>>> {
    const edge = (await search(input)).find(({ node }) => node.id === id);
    return Object.fromEntries((edge?.evidence ?? []).map(({ identifier, level }) => [identifier, level]));
  }

  test.each([
    ['a typo in both names', { givenName: 'Robetr', surname: "O'Brein", birthDate: '1952-03-03' }],
    ['a nickname', { givenName: 'Bob', surname: 'OBrien', birthDate: '1952-03-03' }],
    ['names in each other’s place', { givenName: 'O’Brien', surname: 'Robert', birthDate: '1952-03-03' }],
    [
      'day and month in each other’s place',
      { givenName: 'Robert', surname: 'O’Brien', birthDate: '1952-03-03' },
    ],
    ['a wrong first letter', { givenName: 'Robert', surname: 'A’Brien', birthDate: '1952-03-03' }],
    ['beginnings of names and a year', { givenName: 'Rob', surname: 'Obr', partialBirthDate: '1952' }],
    ['a year and month', { givenName: 'Robert', surname: 'Obrien', partialBirthDate: '1952-03' }],
    ['last four digits and a typo', { socialSecurityNumberLastFour: '1002', surname: 'Obrein' }],
  ])('is right with %s', async (_, input) => {
    expect((await search(input))[0]?.node.id).toBe(people.robert);
  });

  test('says how each identifier agrees, and not how it reads', async () => {
    const input = { givenName: 'Bob', surname: 'OBrein', birthDate: '1952-03-04' };
    expect(await levelsOf(input, people.robert)).toEqual({
      GIVEN_NAME: 'NICKNAME',
      SURNAME: 'SIMILAR',
      BIRTH_DATE: 'SIMILAR',
    });
    expect(JSON.stringify(await search(input))).not.toMatch(/brien|robert|1952/iu);
  });

  test('says what speaks against a resident, too', async () => {
    const input = { givenName: 'Robert', surname: 'OBrien', postalCode: '99999', birthDate: '1990-12-24' };
    expect(await levelsOf(input, people.robert)).toMatchObject({
      POSTAL_CODE: 'DIFFERENT',
      BIRTH_DATE: 'DIFFERENT',
    });
    const [edge] = await search(input);
    for (const { level, weight } of edge?.evidence ?? [])
      expect(Math.sign(weight)).toBe(level === 'DIFFERENT' ? -1 : 1);
  });

  test('is ranked by the weights together', async () => {
    const edges = await search({ givenName: 'Robert', surname: 'OBrien', postalCode: '69701' });
    const sums = edges.map(({ evidence }) => evidence.reduce((sum, { weight }) => sum + weight, 0));
    expect(sums.length).toBeGreaterThan(1);
    for (const [at, sum] of sums.slice(1).entries()) expect(sum).toBeLessThanOrEqual(sums[at]! + 1);
  });

  test('needs two identifiers beside a birth date in part', async () => {
    const { errors } = await index.ask(query, { input: { surname: 'Smith', partialBirthDate: '1951' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input' });
  });

  test.each(['51', '1951-13', '1951-03-02', 'March 1951'])(
    'refuses %s as a birth date in part',
    async (partialBirthDate) => {
      const input = { givenName: 'Ana', surname: 'Smith', partialBirthDate };
      const { errors } = await index.ask(query, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'partialBirthDate' });
    },
  );
});
