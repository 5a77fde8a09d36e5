import { expect, test } from '@jest/globals';

import type { Database } from '../../src/governance/index.ts';
import type { DisclosureQuestion } from '../../src/ledger/reading/index.ts';
import { readVisible, requesterView } from '../../src/ledger/reading/index.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { testLedger } from './world/test-ledger.ts';

interface Statement {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

/** How the database answers the statements about disclosures that a reading asks. */
async function plansOf(database: Database, question: DisclosureQuestion): Promise<readonly string[]> {
  const asked: Statement[] = [];
  const note = (statement: Statement): void => {
    if (statement.sql.includes('ledger_disclosures')) asked.push(statement);
  };
  database.on('query', note);
  await readVisible(database, question, requesterView, { windows: 2, records: 10 });
  database.removeListener('query', note);
  const explain = String(database.client.driverName) === 'better-sqlite3' ? 'explain query plan' : 'explain';
  const plans = asked.map(async ({ sql, bindings }) => {
    const placed = sql.replaceAll(/\$\d+/g, '?');
    return JSON.stringify(await database.raw(`${explain} ${placed}`, [...bindings]));
  });
  return Promise.all(plans);
}

eachDatabase('what was opened in emergencies', (newDatabase) => {
  test('is found by an index, however much was shown besides', async () => {
    await using world = await testLedger(await newDatabase());
    const { database } = world.ledger;
    await world.disclose({ residentId: 'ANN' });
    await world.ledger.settled();
    const [row] = (await database('ledger_disclosures').select()) as readonly object[];
    for (let from = 0; from < 6000; from += 200)
      await database('ledger_disclosures').insert(
        Array.from({ length: 200 }, (_, index) => ({
          ...row,
          log: 'one',
          sequence: from + index,
          at: new Date(Date.UTC(2026, 0, 1) + (from + index) * 1000).toISOString(),
          break_glass: index % 100 === 0 ? `session-${from % 2000}` : null,
        })),
      );
    const driver = String(database.client.driverName);
    if (driver !== 'better-sqlite3')
      await database.raw(`analyze ${driver === 'mysql2' ? 'table' : ''} ledger_disclosures`);
    const after = ['2026-01-01T01:30:00.000Z', 'one', '5400'] as const;
    const questions = [
      { breakGlass: { reviewMissingAt: null } },
      { breakGlass: { reviewMissingAt: null }, after },
      { session: 'session-200' },
    ];
    for (const question of questions)
      for (const plan of await plansOf(database, { ...question, limit: 50 }))
        expect(plan).toMatch(/ledger_disclosures_(in_emergencies|opened_by_time)/);
  });
});
