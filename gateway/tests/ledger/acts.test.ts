import { expect, test } from '@jest/globals';

import { callerOf } from '../governance/world/people.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import type { TestLedger } from './world/test-ledger.ts';
import { testLedger } from './world/test-ledger.ts';

const officer = callerOf({ subject: 'officer', agency: 'clinics', roles: ['privacy-officer'] });
const registrar = callerOf({ subject: 'registrar', agency: 'residents', roles: ['privacy-officer'] });
const caseworker = callerOf({ subject: 'caseworker', agency: 'shelters' });

const suspension = (more: string): string =>
  `mutation { suspendAccounting(input: { residentId: "ANN", agency: "state-police", form: ORAL, ${more} }) { id } }`;
const resumption = 'mutation { resumeAccounting(id: "a-suspension") { id } }';
const expungement = 'mutation { forgetDisclosures(residentId: "ANN") { years } }';

/** What is recorded of acts of one name. */
function recordsOf(world: TestLedger, name: string): readonly Readonly<Record<string, unknown>>[] {
  return world.kept.events().filter(({ type }) => type === name);
}

function outcomesOf(world: TestLedger, name: string): readonly unknown[] {
  return recordsOf(world, name).map(({ outcome, code }) => [outcome, code]);
}

eachDatabase('an act about the ledger itself', (newDatabase) => {
  test('is recorded as failed where something broke, and as refused where it was decided against', async () => {
    await using world = await testLedger(await newDatabase());
    const asked = suspension('statement: "Det. Roe"');
    expect((await world.ask(caseworker, asked)).codes).toEqual(['FORBIDDEN']);
    expect((await world.ask(officer, asked)).codes).toEqual([]);
    await world.ledger.database.schema.dropTable('ledger_suspensions');
    expect((await world.ask(officer, asked)).codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(outcomesOf(world, 'accounting-suspended')).toEqual([
      ['asked', null],
      ['refused', 'FORBIDDEN'],
      ['asked', null],
      ['done', null],
      ['asked', null],
      ['failed', 'SUBGRAPH_UNAVAILABLE'],
    ]);
  });

  test('says of what was to be resumed, whatever became of it', async () => {
    await using world = await testLedger(await newDatabase());
    expect((await world.ask(officer, resumption)).codes).toEqual(['FORBIDDEN']);
    expect(recordsOf(world, 'accounting-resumed').map(({ subjectId }) => subjectId)).toEqual([
      'a-suspension',
      'a-suspension',
    ]);
  });

  test('is refused where the database could not keep what it says', async () => {
    await using world = await testLedger(await newDatabase());
    const texts = ['x'.repeat(5001), String.raw`Det.\u0000Roe`, ' '];
    for (const text of texts)
      expect((await world.ask(officer, suspension(`statement: "${text}"`))).codes).toEqual([
        'BAD_USER_INPUT',
      ]);
    const agency = suspension('statement: "Det. Roe"').replace('state-police', 'x'.repeat(256));
    expect((await world.ask(officer, agency)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('leaves a record where an order to forget was refused, and no name where it was carried out', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN' });
    expect((await world.ask(officer, expungement)).codes).toEqual(['FORBIDDEN']);
    const refused = recordsOf(world, 'expungement-ordered');
    expect(refused).toMatchObject([
      { outcome: 'asked', caller: { subject: 'officer' }, key: expect.any(String) },
      { outcome: 'refused', caller: { subject: 'officer' }, key: expect.any(String) },
    ]);
    expect((await world.ask(registrar, expungement)).codes).toEqual([]);
    expect(recordsOf(world, 'expungement-ordered').slice(2)).toMatchObject([
      { outcome: 'asked', caller: { subject: 'registrar' }, key: null },
      { outcome: 'done', caller: { subject: 'registrar' }, key: null },
    ]);
    await world.ledger.settled();
    const about = await world.ledger.database('ledger_acts').whereNotNull('resident_id').select();
    expect(about).toEqual([]);
  });
});
