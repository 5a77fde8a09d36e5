import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { checkIndex } from '../../src/ledger/index.ts';
import { ResidentKeys } from '../../src/ledger/keys/index.ts';
import { Forgetting } from '../../src/ledger/retention/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { callerOf } from '../governance/world/people.ts';
import { openTestLog, origin, testFolder, verify } from './log/fixtures/test-log.ts';
import { memoryLog } from './world/memory-log.ts';
import { residentsIn } from './world/residents-in.ts';
import { testLedger, testLedgerOver } from './world/test-ledger.ts';

const registrar = 'registrar';

/** As another process forgets, a year after the one that recorded has ended. */
const aYearLater = {
  settled: async () => undefined,
  retentionYears: 0,
  log: silentLog,
  now: () => new Date('2027-06-01T00:00:00Z'),
};

eachDatabase('forgetting a resident whom several processes know', (newDatabase) => {
  test('takes in what the others record with the key that they still have, and leaves the tree valid', async () => {
    const url = await newDatabase();
    await using folder = await testFolder();
    {
      await using world = await testLedger(url);
      await using other = await testLedgerOver(url, await openTestLog(folder.path), origin);
      await other.disclose({ residentId: 'ANN' });
      await other.disclose({ residentId: 'BOB' });
      await other.ledger.recorder.acted({
        type: 'consent-recorded',
        outcome: 'done',
        code: null,
        caller: callerOf({ subject: 'caseworker-1', agency: 'shelters' }),
        subjectId: 'consent',
        residentId: 'ANN',
      });
      // What is indexed before the order, what only waits to be, and what is recorded within the minute after it.
      await other.ledger.settled();
      await other.disclose({ residentId: 'ANN' });
      await world.ledger.forget(['ANN'], registrar);
      other.clock.now = new Date(other.clock.now.getTime() + 30_000);
      await other.disclose({ residentId: 'ANN' });
      await other.ledger.settled();
      expect(await residentsIn(world.ledger.database)).toEqual(['BOB']);
      const { database } = world.ledger;
      const keys = new ResidentKeys(database);
      for await (const problem of checkIndex({ database, keys, ledger: other.kept, name: origin }))
        expect(problem).toBeUndefined();
    }
    expect(await verify(folder.path)).toMatchObject({ problems: [], uncovered: 0 });
  });

  test('is not undone by an index that is made anew while the key is not yet destroyed', async () => {
    const url = await newDatabase();
    const kept = memoryLog();
    await using world = await testLedger(url);
    {
      await using other = await testLedgerOver(url, kept, 'other');
      await other.disclose({ residentId: 'ANN' });
    }
    await world.ledger.forget(['ANN'], registrar);
    await world.ledger.database('ledger_progress').where({ log: 'other' }).delete();
    await using again = await testLedgerOver(url, kept, 'other');
    await again.ledger.settled();
    expect(await residentsIn(world.ledger.database)).toEqual([]);
  });
});

eachDatabase('the row of a key', (newDatabase) => {
  test('says why it was taken and by whose order, whoever destroys it in the end', async () => {
    await using world = await testLedger(await newDatabase());
    const { database, recorder } = world.ledger;
    await world.disclose({ residentId: 'ANN' });
    world.clock.now = new Date('2027-01-01T00:00:00Z');
    await world.disclose({ residentId: 'BOB' });
    await world.ledger.forget(['BOB'], registrar);
    const told = world.kept.entries.length;
    const keys = new ResidentKeys(database);
    const forgetting = new Forgetting({ database, keys, recorder, ...aYearLater, lifetimeMilliseconds: 0 });
    await forgetting.expire();
    const rows: unknown = await database('ledger_keys').orderBy('period').select();
    expect(rows).toMatchObject([
      { period: '2026', key: null, retired_reason: 'retention', retired_by: null },
      { period: '2027', key: null, retired_reason: 'order', retired_by: registrar },
    ]);
    // The order was told when it was given.
    expect(world.kept.events().slice(told)).toMatchObject([{ type: 'keys-destroyed', reason: 'retention' }]);
  });
});

eachDatabase('the years that are over', (newDatabase) => {
  test('are forgotten although an order that was told before cannot be read', async () => {
    await using world = await testLedger(await newDatabase());
    const { database, keys, recorder } = world.ledger;
    await world.disclose({ residentId: 'ANN' });
    await world.ledger.settled();
    const row = { log: 'other', at: '2026-06-15T12:00:00.000Z', type: 'keys-destroyed' };
    await database('ledger_acts').insert({ ...row, sequence: 0, event: '{"reason":"order",' });
    const forgetting = new Forgetting({ database, keys, recorder, ...aYearLater, lifetimeMilliseconds: 0 });
    await expect(forgetting.expire()).rejects.toThrow('JSON');
    expect(await residentsIn(database)).toEqual([]);
    expect(await database('ledger_keys').select('key')).toEqual([{ key: null }]);
  });
});

eachDatabase('what was stopped', (newDatabase) => {
  test('destroys nothing afterwards, when its database may be closed', async () => {
    await using world = await testLedger(await newDatabase());
    const { database, keys, recorder } = world.ledger;
    await world.disclose({ residentId: 'ANN' });
    const forgetting = new Forgetting({ database, keys, recorder, ...aYearLater, lifetimeMilliseconds: 20 });
    forgetting.start();
    await forgetting.stop();
    await pause(100);
    expect(await database('ledger_keys').select('resident_id', 'key')).toEqual([
      { resident_id: null, key: expect.any(String) },
    ]);
  });
});

const registrarOfResidents = callerOf({
  subject: registrar,
  agency: 'residents',
  roles: ['privacy-officer'],
});
const order = (residentId: string): string =>
  `mutation { forgetDisclosures(residentId: "${residentId}") { years residentIds keptUnder } }`;
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

eachDatabase('forgetting a resident who was known by several ids', (newDatabase) => {
  test('takes in what was recorded under the ids that lead to theirs, and says so', async () => {
    await using world = await testLedger(await newDatabase());
    for (const residentId of ['ANN', 'ANN-2', 'ANN-3', 'BOB']) await world.disclose({ residentId });
    world.mergeSpans.set('ANN', [
      { residentId: 'ANN-2', since: null, until: null },
      { residentId: 'ANN-3', since: null, until: null },
      { residentId: 'BOB', since: day('2026-02-01'), until: day('2026-03-01') },
    ]);
    const { data, codes } = await world.ask(registrarOfResidents, order('ANN'));
    expect(codes).toEqual([]);
    expect(data).toEqual({
      forgetDisclosures: { years: 1, residentIds: ['ANN', 'ANN-2', 'ANN-3'], keptUnder: ['BOB'] },
    });
    await world.ledger.settled();
    expect(await residentsIn(world.ledger.database)).toEqual(['BOB']);
    const held: unknown = await world.ledger
      .database('ledger_keys')
      .whereNotNull('resident_id')
      .select('resident_id');
    expect(held).toEqual([{ resident_id: 'BOB' }]);
  });

  test('is refused under an id that leads to another, and nothing is done', async () => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: 'ANN-2' });
    world.mergeSpans.set('ANN-2', [{ residentId: 'ANN', since: day('2026-02-01'), until: null }]);
    expect((await world.ask(registrarOfResidents, order('ANN-2'))).codes).toEqual(['BAD_USER_INPUT']);
    await world.ledger.settled();
    expect(await residentsIn(world.ledger.database)).toEqual(['ANN-2']);
  });
});
