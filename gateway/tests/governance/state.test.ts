import { afterEach, expect, test } from '@jest/globals';
import knex from 'knex';

import type { Governance, GovernanceState } from '../../src/governance/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from './world/each-database.ts';
import { refusedWith } from './world/failing.ts';
import { registerElsewhere } from './world/other-process.ts';
import { caseworker, hoursLater, noon, otherOfficer, privacyOfficer, steward } from './world/people.ts';
import { policyThatOpens } from './world/policy.ts';

const digests = { first: 'a'.repeat(64), second: 'b'.repeat(64) };
const emergency = {
  authority: 'Executive Order 7',
  area: 'statewide',
  categories: ['housing-enrollment'],
  roles: ['emergency-physician'],
  purposesOfUse: ['DISASTER'],
  startsAt: null,
  endsAt: hoursLater(24),
};

eachDatabase('what is in force for everybody', (newDatabase) => {
  const opened: Governance[] = [];
  let clock = noon;
  const open = async (database: string): Promise<Governance> => {
    const governance = await openGovernance({
      database,
      log: silentLog,
      now: () => clock,
      pollMilliseconds: 20,
    });
    opened.push(governance);
    return governance;
  };

  afterEach(async () => {
    clock = noon;
    await Promise.all(opened.splice(0).map(async (governance) => governance.close()));
  });

  test('a restriction is in force at once where it was made, and soon in every process', async () => {
    const database = await newDatabase();
    const [here, there] = [await open(database), await open(database)];
    const seen = when(there, ({ restrictions }) => restrictions.length === 1);
    await here.writings(policyThatOpens()).restrictAgency(steward, { categories: null, reason: 'audit' });
    expect(here.facts.state().restrictions).toEqual([{ agency: 'housing', categories: null }]);
    const state = await seen;
    expect(state.restrictions).toEqual([{ agency: 'housing', categories: null }]);
    expect(state.epoch).toBe(here.facts.state().epoch);
  });

  test('each change has a larger epoch, and a lifted restriction restricts no more', async () => {
    const governance = await open(await newDatabase());
    const writings = governance.writings(policyThatOpens());
    const epochs = [governance.facts.state().epoch];
    const note = (): void => void epochs.push(governance.facts.state().epoch);
    const { id } = await writings.restrictAgency(steward, {
      categories: ['housing-hiv'],
      reason: 'a complaint',
    });
    note();
    await writings.liftRestriction(steward, id);
    note();
    await governance.registerDigest(digests.first);
    note();
    expect(epochs).toEqual(epochs.toSorted((left, right) => left - right));
    expect(new Set(epochs).size).toBe(4);
    expect(governance.facts.state().restrictions).toEqual([]);
  });

  test('the same policy has one number everywhere; one that returns has a new one', async () => {
    const database = await newDatabase();
    const [here, there] = [await open(database), await open(database)];
    const first = await here.registerDigest(digests.first);
    expect(await there.registerDigest(digests.first)).toBe(first);
    const second = await there.registerDigest(digests.second);
    expect(second).toBeGreaterThan(first);
    expect(await here.registerDigest(digests.first)).toBeGreaterThan(second);
    expect(here.facts.state().epoch).toBeGreaterThan(second);
  });

  test('processes that start together on an empty database agree on the number', async () => {
    const database = await newDatabase();
    const found = await Promise.all([1, 2].map(() => registerElsewhere(database, digests.first)));
    const here = await open(database);
    const number = await here.registerDigest(digests.first);
    expect(found.map((one) => one.number)).toEqual([number, number]);
    expect(here.facts.state().epoch).toBe(number);
  });

  test('handles that open and write together lose nothing', async () => {
    const database = await newDatabase();
    const handles = await Promise.all(Array.from({ length: 4 }, () => open(database)));
    const before = handles[0]?.facts.state().epoch ?? 0;
    await Promise.all(
      handles.flatMap((handle) =>
        Array.from({ length: 5 }, () =>
          handle.writings(policyThatOpens()).restrictAgency(steward, { categories: null, reason: 'audit' }),
        ),
      ),
    );
    const after = await open(database);
    expect(after.facts.state().restrictions).toHaveLength(20);
    expect(after.facts.state().epoch).toBe(before + 20);
  });

  test('an emergency counts once two officers declared it, until one of them ends it', async () => {
    const governance = await open(await newDatabase());
    const writings = governance.writings(policyThatOpens());
    const { id } = await writings.declareEmergency(privacyOfficer, emergency);
    expect(governance.facts.state().declarations).toEqual([]);
    await refusedWith('FORBIDDEN', writings.confirmEmergency(privacyOfficer, id));
    expect(governance.facts.state().declarations).toEqual([]);
    await writings.confirmEmergency(otherOfficer, id);
    expect(governance.facts.state().declarations).toEqual([
      { ...emergency, id, startsAt: noon, endsAt: hoursLater(24) },
    ]);
    await writings.endEmergency(privacyOfficer, id);
    expect(governance.facts.state().declarations).toEqual([]);
    await refusedWith('BAD_USER_INPUT', writings.confirmEmergency(otherOfficer, id));
  });

  test('an emergency that is over is not read again', async () => {
    const governance = await open(await newDatabase());
    const writings = governance.writings(policyThatOpens());
    const { id } = await writings.declareEmergency(privacyOfficer, emergency);
    await writings.confirmEmergency(otherOfficer, id);
    clock = hoursLater(24);
    await governance.registerDigest(digests.first);
    expect(governance.facts.state().declarations).toEqual([]);
  });

  test('without the database nothing is known of residents, and the state says that it is stale', async () => {
    const database = await newDatabase();
    const governance = await open(database);
    const stale = when(governance, ({ isStale }) => isStale);
    await withoutTables(database, ['consents', 'policy_epochs']);
    await refusedWith('SUBGRAPH_UNAVAILABLE', governance.facts.factsOf(['r1'], caseworker, noon));
    expect((await stale).isStale).toBe(true);
  });
});

test.each(['sqlite:', 'oracle://db.example/x', 'postgres://db.example', 'no address', ''])(
  'the address %j is refused',
  async (database) => {
    await refusedWith('GOVERNANCE_UNUSABLE', openGovernance({ database, log: silentLog }));
  },
);

test('a database that does not answer is refused at the start', async () => {
  const database = 'postgres://postgres@127.0.0.1:9/nothing';
  await refusedWith('GOVERNANCE_UNUSABLE', openGovernance({ database, log: silentLog }));
});

/** Resolves with the first state that is told to listeners and is as expected. */
function when(
  { facts }: Governance,
  isExpected: (state: GovernanceState) => boolean,
): Promise<GovernanceState> {
  return new Promise((resolve) => {
    facts.onStateChange((state) => {
      if (isExpected(state)) resolve(state);
    });
  });
}

async function withoutTables(url: string, tables: readonly string[]): Promise<void> {
  const scheme = new URL(url).protocol;
  const clients: Readonly<Record<string, string>> = { 'sqlite:': 'better-sqlite3', 'postgres:': 'pg' };
  const connection = scheme === 'sqlite:' ? { filename: url.slice('sqlite:'.length) } : url;
  const database = knex({ client: clients[scheme] ?? 'mysql2', connection, useNullAsDefault: true });
  for (const table of tables) {
    // One after the other, as the tables of one database.
    // oxlint-disable-next-line no-await-in-loop
    await database.schema.dropTable(table);
  }
  await database.destroy();
}
