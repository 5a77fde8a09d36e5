import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { Session } from '../../src/authentication/index.ts';
import type { Failure } from '../../src/errors/index.ts';
import type { Governance } from '../../src/governance/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from '../governance/world/each-database.ts';

const noon = new Date('2026-06-01T12:00:00.000Z');
const hash = 'a'.repeat(64);

function minutesLater(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000);
}

function sessionOf(changes: Partial<Session> = {}): Session {
  return {
    caller: {
      subject: 'caseworker-1',
      agency: 'housing',
      roles: ['housing-caseworker'],
      application: 'client-view',
      purposesOfUse: null,
      residentId: null,
      trainings: [],
      assuranceLevel: 2,
    },
    name: 'Jürgen Ω 🏠',
    providerSessionHash: null,
    idleEndsAt: minutesLater(15),
    absoluteEndsAt: minutesLater(480),
    steppedUpUntil: minutesLater(5),
    ...changes,
  };
}

eachDatabase('the store of sessions', (newDatabase) => {
  let database: string;
  let governance: Governance;
  let store: Governance['sessions'];

  beforeEach(async () => {
    database = await newDatabase();
    governance = await openGovernance({ database, log: silentLog });
    store = governance.sessions;
  });
  afterEach(async () => governance.close());

  test('gives back what it was given, to another process too', async () => {
    await store.create(hash, sessionOf());
    const other = await openGovernance({ database, log: silentLog });
    expect(await other.sessions.read(hash, noon)).toEqual(sessionOf());
    await other.close();
  });

  test.each([
    ['before either end', 14, true],
    ['at the end of idleness', 15, false],
  ])('knows a session %s: %d minutes', async (_, minutes, isKnown) => {
    await store.create(hash, sessionOf());
    expect((await store.read(hash, minutesLater(minutes))) !== null).toBe(isKnown);
  });

  test('ends a session at its absolute end, whatever was written of its idle end', async () => {
    await store.create(hash, sessionOf({ idleEndsAt: minutesLater(600) }));
    expect(await store.read(hash, minutesLater(480))).toBeNull();
  });

  test('lets a session go on, and none that is over', async () => {
    await store.create(hash, sessionOf());
    await store.extend(hash, minutesLater(25), minutesLater(10));
    expect(await store.read(hash, minutesLater(20))).not.toBeNull();
    await store.extend(hash, minutesLater(60), minutesLater(26));
    expect(await store.read(hash, minutesLater(27))).toBeNull();
  });

  test('ends one session, all of a subject, or those of one session of the provider', async () => {
    const create = async (id: string, changes: Partial<Session>): Promise<void> =>
      store.create(id.repeat(64), sessionOf(changes));
    const other = { ...sessionOf().caller, subject: 'Caseworker-1' };
    await create('a', { providerSessionHash: 'p'.repeat(64) });
    await create('b', {});
    await create('c', { caller: other });
    await create('d', { caller: other });
    const left = async (): Promise<readonly string[]> => {
      const ids = ['a', 'b', 'c', 'd'];
      const found = await Promise.all(ids.map((id) => store.read(id.repeat(64), noon)));
      return ids.filter((_, index) => found[index] !== null);
    };
    await store.endOf({ providerSessionHash: 'p'.repeat(64) });
    expect(await left()).toEqual(['b', 'c', 'd']);
    await store.endOf({ subject: 'caseworker-1' });
    expect(await left()).toEqual(['c', 'd']);
    await store.end('c'.repeat(64));
    await store.end('c'.repeat(64));
    expect(await left()).toEqual(['d']);
  });

  test('hands out a sign-in once, however many processes ask, and none that is too late', async () => {
    const pending = {
      returnPath: '/x?y=ä#z',
      sessionHash: hash,
      begunAt: noon,
      endsAt: minutesLater(10),
    };
    await store.begin(hash, pending);
    const other = await openGovernance({ database, log: silentLog });
    const stores = [store, other.sessions, store, other.sessions];
    const taken = await Promise.all(stores.map((one) => one.take(hash, noon)));
    expect(taken.filter((one) => one !== null)).toEqual([pending]);
    await store.begin(hash, pending);
    expect(await store.take(hash, minutesLater(10))).toBeNull();
    await other.close();
  });

  test('forgets what has ended', async () => {
    await store.create(hash, sessionOf());
    await store.sweep(minutesLater(14));
    expect(await store.read(hash, noon)).not.toBeNull();
    await store.sweep(minutesLater(15));
    expect(await store.read(hash, noon)).toBeNull();
  });

  test('fails while the database is gone, and says nothing of it', async () => {
    const gone = await openGovernance({ database, log: silentLog });
    await gone.close();
    const failed = await gone.sessions.read(hash, noon).catch((thrown: unknown) => thrown as Failure);
    expect(failed).toMatchObject({ code: 'SESSIONS_UNAVAILABLE' });
    expect(JSON.stringify(failed)).not.toContain(hash);
  });
});
