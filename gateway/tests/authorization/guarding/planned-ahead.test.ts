import { describe, expect, test } from '@jest/globals';

import { authorizedGraph } from '../fixtures/authorized-graph.ts';
import { denial, depends, toyTable } from '../fixtures/toy-table.ts';

const residents = {
  schema: `type Query { residents: [Resident!]! }
    type Resident @key(fields: "id") { id: ID! name: String city: String }`,
  resolvers: { Query: { residents: () => [{ id: 'r1', name: 'Ada', city: 'Springfield' }] } },
};
const query = '{ residents { name city } }';

describe.each([true, false])('what is planned ahead, accounts kept: %j', (accounts) => {
  test('is what is asked for whoever is denied nothing of it', async () => {
    await using world = await authorizedGraph({ residents }, undefined, accounts);
    await world.ask(query, toyTable({}));
    expect(world.planned).toEqual([world.keyAhead(query)]);
  });

  test('is not what is asked for whoever is denied some of it', async () => {
    await using world = await authorizedGraph({ residents }, undefined, accounts);
    await world.ask(query, toyTable({ fields: { 'Resident.city': denial('toy') } }));
    expect(world.planned).not.toContain(world.keyAhead(query));
  });
});

describe('what is planned ahead where accounts are kept', () => {
  test('is also what is asked where it depends on the resident what is shown', async () => {
    await using world = await authorizedGraph({ residents }, undefined, true);
    await world.ask(query, toyTable({ fields: { 'Resident.city': depends } }));
    expect(world.planned).toEqual([world.keyAhead(query)]);
  });
});
