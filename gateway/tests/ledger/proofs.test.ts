import { expect, test } from '@jest/globals';

import { callerOf } from '../governance/world/people.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { testLedger } from './world/test-ledger.ts';

const ann = callerOf({ subject: 'ann', agency: 'residents', roles: ['resident'], residentId: 'ANN' });
const proved = `{ _entities(representations: [{ __typename: "Resident", id: "ANN" }]) { ... on Resident {
  disclosures(first: 30) { edges { node { sequence proof { size } } } } } } }`;

eachDatabase('the proofs of one request', (newDatabase) => {
  test('are fifty at most, however many fetches it comes to', async () => {
    await using world = await testLedger(await newDatabase());
    for (let count = 0; count < 30; count += 1) await world.disclose({ residentId: 'ANN' });
    expect((await world.ask(ann, proved, 'one')).codes).toEqual([]);
    const second = await world.ask(ann, proved, 'one');
    expect(second.codes).toEqual(Array.from({ length: 10 }, () => 'BAD_USER_INPUT'));
    expect((await world.ask(ann, proved, 'another')).codes).toEqual([]);
  });
});
