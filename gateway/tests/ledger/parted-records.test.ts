import { expect, test } from '@jest/globals';

import type { Database } from '../../src/governance/index.ts';
import { checkIndex, rebuildIndex } from '../../src/ledger/index.ts';
import { callerOf } from '../governance/world/people.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import type { TestLedger } from './world/test-ledger.ts';
import { testLedger, testLedgerOver } from './world/test-ledger.ts';

const ann = callerOf({ subject: 'ann', agency: 'residents', roles: ['resident'], residentId: 'ANN' });
const officer = callerOf({ subject: 'officer', agency: 'housing', roles: ['privacy-officer'] });
const failed = { type: 'sign-in-failed', code: 'UNAUTHENTICATED', count: 1 } as const;

const names = (prefix: string): readonly string[] =>
  Array.from({ length: 5000 }, (_, index) => `${prefix}-${String(index).padStart(12, '0')}`);

/** Bob's, whose last role alone says that they are a resident as well. */
const bob = {
  subject: 'bob',
  agency: 'residents',
  residentId: 'BOB',
  roles: [...names('role'), 'resident'],
};
const consents = names('consent');

/** How many entries the log has of disclosures. */
function entriesOf({ kept }: TestLedger): number {
  return kept.events().filter(({ type }) => type === 'disclosure').length;
}

async function disclosuresIn(database: Database): Promise<readonly unknown[]> {
  const rows = (await database('ledger_disclosures').select('facts')) as readonly {
    readonly facts: string;
  }[];
  return rows.map(({ facts }) => JSON.parse(facts) as unknown);
}

const whole = [{ roles: bob.roles, consents }];

eachDatabase('a record that is too long for one entry', (newDatabase) => {
  test('is one disclosure, with all that was recorded, on whichever way it comes into the index', async () => {
    const url = await newDatabase();
    await using world = await testLedger(url);
    const { database, keys, recorder, settled } = world.ledger;
    // Its parts stand where entries are read in groups of a thousand.
    while (world.kept.size < 998) await recorder.happened(failed);
    await world.disclose({ residentId: 'ANN', caller: bob, consents });
    expect(entriesOf(world)).toBeGreaterThan(2);
    await settled();
    expect(await disclosuresIn(database)).toEqual(whole);
    const ledger = { database, keys, ledger: world.kept, name: 'test' };
    for await (const problem of checkIndex(ledger)) expect(problem).toBeUndefined();
    await rebuildIndex(ledger);
    expect(await disclosuresIn(database)).toEqual(whole);
    await database('ledger_disclosures').delete();
    await database('ledger_acts').delete();
    await database('ledger_progress').delete();
    await using again = await testLedgerOver(url, world.kept, 'test');
    await again.ledger.settled();
    expect(await disclosuresIn(database)).toEqual(whole);
  });

  test('counts once, and tells in no part of it which other resident asked', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN', caller: bob, consents });
    expect(entriesOf(world)).toBeGreaterThan(2);
    const uses = await world.ask(officer, '{ usesOfMyAgency { recipients { name shown } } }');
    expect(uses.data).toEqual({ usesOfMyAgency: { recipients: [{ name: 'residents', shown: 1 }] } });
    const { data } = await world.ask(
      ann,
      `{ _entities(representations: [{ __typename: "Resident", id: "ANN" }]) { ... on Resident {
        disclosures { edges { node { subject roles consents } } } } } }`,
    );
    expect(data).toEqual({
      _entities: [{ disclosures: { edges: [{ node: { subject: null, roles: bob.roles, consents } }] } }],
    });
  });
});
