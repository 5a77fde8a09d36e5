import { beforeAll, expect, test } from '@jest/globals';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { fillIndex } from './index-database.ts';
import type { FilledIndex } from './index-database.ts';
import { people } from './seed.ts';

eachDialect('residents by id', (open) => {
  let index: FilledIndex;
  beforeAll(async () => {
    index = await fillIndex(open);
  });

  test('a merged id answers with the surviving resident', async () => {
    const { data } = await index.ask('query ($id: ID!) { resident(id: $id) { id status name { given } } }', {
      id: people.formerAna,
    });
    expect(data?.['resident']).toEqual({ id: people.ana, status: 'ACTIVE', name: { given: 'Ana' } });
  });

  test('a reference that holds a merged id says who replaced it, and shows what is known of the survivor', async () => {
    const { data } = await index.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Resident { id status replacedBy { id } name { given } } } }`,
      { representations: [{ __typename: 'Resident', id: people.formerAna }] },
    );
    expect(data?.['_entities']).toEqual([
      { id: people.formerAna, status: 'MERGED', replacedBy: { id: people.ana }, name: { given: 'Ana' } },
    ]);
  });

  test('a survivor names the ids that it replaces', async () => {
    const { data } = await index.ask('query ($id: ID!) { resident(id: $id) { replaces { id status } } }', {
      id: people.ana,
    });
    expect(data?.['resident']).toEqual({ replaces: [{ id: people.formerAna, status: 'MERGED' }] });
  });

  test('an id that was never issued is null without an error', async () => {
    expect(await index.ask('{ resident(id: "nobody") { id } }')).toEqual({ data: { resident: null } });
  });

  test('residents are answered in the order of their ids, with null for an unknown one', async () => {
    const { data } = await index.ask('query ($ids: [ID!]!) { residents(ids: $ids) { id } }', {
      ids: [people.robert, 'nobody', people.ana, people.robert],
    });
    expect(data?.['residents']).toEqual([
      { id: people.robert },
      null,
      { id: people.ana },
      { id: people.robert },
    ]);
  });

  test('more than 200 ids at once are refused', async () => {
    const { errors } = await index.ask('query ($ids: [ID!]!) { residents(ids: $ids) { id } }', {
      ids: Array.from({ length: 201 }, () => people.ana),
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a withdrawn id says so and shows nothing else', async () => {
    const { data } = await index.ask(
      'query ($id: ID!) { resident(id: $id) { status name { given } birthDate } }',
      {
        id: people.retired,
      },
    );
    expect(data?.['resident']).toEqual({ status: 'RETIRED', name: null, birthDate: null });
  });

  test('the crosswalk leaves out agencies whose knowing somebody is protected', async () => {
    const { data } = await index.ask(
      'query ($id: ID!) { resident(id: $id) { crosswalk { agency } concealedCrosswalk { agency } } }',
      { id: people.ana },
    );
    expect(data?.['resident']).toEqual({
      crosswalk: [{ agency: 'benefits' }],
      concealedCrosswalk: [{ agency: 'behavioral-health' }],
    });
  });

  test('a participant in the address confidentiality programme is shown at the substitute address alone', async () => {
    const { data } = await index.ask(
      `query ($id: ID!) { resident(id: $id) {
        currentAddress { line1 isSubstitute } addresses(first: 5) { edges { node { line1 } } } } }`,
      { id: people.robert },
    );
    expect(data?.['resident']).toEqual({
      currentAddress: { line1: 'PO Box 10002', isSubstitute: true },
      addresses: { edges: [{ node: { line1: 'PO Box 10002' } }] },
    });
  });

  test('what may be concealed is null and not empty where nothing is on file', async () => {
    const { data } = await index.ask(
      'query ($id: ID!) { resident(id: $id) { protectedAddresses { line1 } } }',
      {
        id: people.ana,
      },
    );
    expect(data?.['resident']).toEqual({ protectedAddresses: null });
  });

  test('no Social Security number is stored, only its last four digits and a hash', async () => {
    const columns = Object.keys(await index.database('residents').columnInfo());
    expect(columns.filter((name) => name.startsWith('ssn'))).toEqual([
      'ssn_last_four',
      'ssn_hash',
      'ssn_quality',
    ]);
  });
});
