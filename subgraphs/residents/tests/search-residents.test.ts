import { beforeAll, expect, test } from '@jest/globals';
import { countStatements, eachDialect } from '@resident-graph/subgraph-kit/testing';

import { fillIndex } from './index-database.ts';
import type { FilledIndex } from './index-database.ts';
import { people } from './seed.ts';

const query = `query ($input: ResidentSearchInput!, $first: Int, $after: String) {
  searchResidents(input: $input, first: $first, after: $after) {
    isTooBroad edges { cursor node { id } matchedOn } pageInfo { hasNextPage endCursor }
  }
}`;

interface Found {
  readonly isTooBroad: boolean;
  readonly edges: readonly {
    readonly node: { readonly id: string };
    readonly matchedOn: readonly string[];
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

eachDialect('the search for residents', (open) => {
  let index: FilledIndex;
  beforeAll(async () => {
    index = await fillIndex(open);
  });

  async function search(input: object, page: object = {}): Promise<Found> {
    const { data, errors } = await index.ask(query, { input, first: 10, ...page });
    expect(errors).toBeUndefined();
    return data?.['searchResidents'] as Found;
  }

  async function firstFound(input: object): Promise<string | undefined> {
    return (await search(input)).edges[0]?.node.id;
  }

  test('builds what it reads once for all who ask at a time', async () => {
    await index.database('search_state').update({ sequence: -1 });
    const { built } = await index.database('search_state').first('built');
    const input = { givenName: 'Ana', surname: 'Smith', birthDate: '1951-03-02' };
    const found = await Promise.all(Array.from({ length: 12 }, async () => firstFound(input)));
    expect(new Set(found)).toEqual(new Set([people.ana]));
    expect(await index.database('search_state').first('built')).toEqual({ built: built + 1 });
  });

  test.each([
    {},
    { surname: 'Smith' },
    { socialSecurityNumberLastFour: '1001' },
    { birthDate: '1951-03-02' },
    { surname: 'Smith', givenName: '  ' },
  ])('one weak identifier is refused: %j', async (input) => {
    const { data, errors } = await index.ask(query, { input, first: 10 });
    expect(data?.['searchResidents']).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input' });
  });

  test.each([
    [{ socialSecurityNumberLastFour: '12', surname: 'Smith' }, 'socialSecurityNumberLastFour'],
    [{ postalCode: '6970', surname: 'Smith' }, 'postalCode'],
    [{ phone: '555', surname: 'Smith' }, 'phone'],
    [{ surname: '--', givenName: 'Ana' }, 'surname'],
    [{ surname: 'Smi\0th', givenName: 'Ana' }, 'surname'],
    [{ email: 'ana\0@example.org' }, 'email'],
  ])('an identifier that cannot be meant is refused without repeating it: %j', async (input, argument) => {
    const { errors } = await index.ask(query, { input, first: 10 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(errors?.[0]?.message).not.toContain('555');
  });

  test('a whole phone number or e-mail address is enough alone', async () => {
    expect(await firstFound({ phone: '(990) 555-0001' })).toBe(people.ana);
    expect(await firstFound({ email: 'resident.1@EXAMPLE.org' })).toBe(people.ana);
  });

  test.each([
    { givenName: 'ana', surname: 'SMITH' },
    { givenName: 'Anna', surname: 'Smyth', birthDate: '1951-03-02' },
    { givenName: 'Annie', surname: 'Weber' },
    { surname: 'Weber', birthDate: '1951-03-02' },
    { surname: 'Smith', socialSecurityNumberLastFour: '1001' },
    { addressLine: '1 harbor st.', givenName: 'Ana' },
    { addressLine: '1 Mill Road', postalCode: '69701' },
  ])('Ana Smith, born Weber, is found first by %j', async (input) => {
    expect(await firstFound(input)).toBe(people.ana);
  });

  test('accents, case and punctuation do not matter', async () => {
    expect(await firstFound({ givenName: 'robert', surname: 'OBRIEN' })).toBe(people.robert);
    expect((await search({ givenName: 'Chloe', surname: 'pena' })).edges[0]?.matchedOn).toEqual([
      'GIVEN_NAME',
      'SURNAME',
    ]);
  });

  test('an answer says which identifiers agree, and not how they read', async () => {
    const { edges } = await search({ givenName: 'Ana', surname: 'Smith', birthDate: '1900-01-01' });
    expect(edges[0]).toMatchObject({ node: { id: people.ana }, matchedOn: ['GIVEN_NAME', 'SURNAME'] });
  });

  test('nobody is found by an address that is protected', async () => {
    expect((await search({ addressLine: '9 Hidden Lane', givenName: 'Robert' })).edges).toEqual([]);
  });

  test('merged and withdrawn ids are not found', async () => {
    const { edges } = await search({ givenName: 'Ana', surname: 'Smith' });
    expect(edges.map(({ node }) => node.id)).not.toContain(people.formerAna);
  });

  test('a broad question shows 25 residents at most, and says that there are more', async () => {
    const broad = await search({ postalCode: '69701', surname: 'Smith' }, { first: 25 });
    expect(broad.edges).toHaveLength(25);
    expect(broad).toMatchObject({ isTooBroad: true, pageInfo: { hasNextPage: false } });
    expect(await search({ givenName: 'Annie', surname: 'Weber' })).toMatchObject({ isTooBroad: false });
  });

  test.each([0, -1, 26, 1000])(
    'a page of %i residents is refused, and told the size of a search',
    async (first) => {
      const input = { postalCode: '69701', surname: 'Smith' };
      const { errors } = await index.ask(query, { input, first });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
      expect(errors?.[0]?.message).toBe('The argument first is a number from 1 to 25.');
    },
  );

  test('a page of no size has ten residents, as one of which nothing is said', async () => {
    const { edges } = await search({ postalCode: '69701', surname: 'Smith' }, { first: null });
    expect(edges).toHaveLength(10);
  });

  test('pages follow each other without a gap or a repetition', async () => {
    const broad = { postalCode: '69701', surname: 'Smith' };
    const whole = await search(broad, { first: 25 });
    const first = await search(broad, { first: 4 });
    const second = await search(broad, { first: 25, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(
      whole.edges.map(({ node }) => node.id),
    );
    expect(whole.edges.length).toBeGreaterThan(4);
  });

  test('a search costs the same number of statements however many it finds', async () => {
    const count = countStatements(index.database);
    await search({ givenName: 'Ana', surname: 'Smith' });
    const forFew = count.statements;
    count.reset();
    await search({ givenName: 'Ana', postalCode: '69701' });
    count.stop();
    expect(count.statements).toBeLessThanOrEqual(forFew + 1);
  });
});
