import { expect, test } from '@jest/globals';

import { callerOf } from '../governance/world/people.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { testLedger } from './world/test-ledger.ts';

const ann = callerOf({ subject: 'ann', agency: 'residents', roles: ['resident'], residentId: 'ANN' });
const disclosures = `{ _entities(representations: [{ __typename: "Resident", id: "ANN" }]) { ... on Resident {
  disclosures { edges { node { subject roles } } } } } }`;

eachDatabase('another resident who asked about one', (newDatabase) => {
  test('is not named to them, whatever the roles are called', async () => {
    await using world = await testLedger(await newDatabase());
    const relative = { subject: 'bob', agency: 'residents', residentId: 'BOB', roles: ['relative'] };
    const worker = { subject: 'worker', agency: 'shelters', residentId: null, roles: ['caseworker'] };
    await world.disclose({ residentId: 'ANN', caller: worker });
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    await world.disclose({ residentId: 'ANN', caller: relative, purposeOfUse: 'FAMRQT' });
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    await world.disclose({ residentId: 'ANN', caller: { ...ann, roles: ['subscriber'] } });
    const { data, codes } = await world.ask(ann, disclosures);
    expect(codes).toEqual([]);
    const nodes = [
      { subject: 'ann', roles: ['subscriber'] },
      { subject: null, roles: ['relative'] },
      { subject: 'worker', roles: ['caseworker'] },
    ];
    expect(data).toEqual({ _entities: [{ disclosures: { edges: nodes.map((node) => ({ node })) } }] });
  });
});
