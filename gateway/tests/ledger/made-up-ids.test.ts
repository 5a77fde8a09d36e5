import { expect, test } from '@jest/globals';

import { callerOf } from '../governance/world/people.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { residentsIn } from './world/residents-in.ts';
import { testLedger } from './world/test-ledger.ts';

const officer = callerOf({ subject: 'officer', agency: 'housing', roles: ['privacy-officer'] });

/** None is anybody's: databases take no U+0000, no half of a character, and see no blank at an end. */
const madeUp: readonly (readonly [string, string])[] = [
  ['ends with a blank', 'ANN '],
  ['is nothing but a blank', ' '],
  ['has U+0000', 'A\0NN'],
  ['has half of a character', '\uD800'],
  ['would be cut within a character', `${'x'.repeat(254)}\u{1F600}`],
];

eachDatabase('an id that is nobody’s', (newDatabase) => {
  test.each(madeUp)('is recorded, and keeps no resident from being recorded, if it %s', async (_, id) => {
    await using world = await testLedger(await newDatabase());
    await world.disclose({ residentId: id });
    const act = { type: 'consent-recorded', outcome: 'refused', code: 'FORBIDDEN', subjectId: id } as const;
    await world.ledger.recorder.acted({ ...act, caller: officer, residentId: id });
    await world.disclose({ residentId: 'ANN' });
    await world.ledger.settled();
    const residents = await residentsIn(world.ledger.database);
    expect(residents).toHaveLength(3);
    expect(residents).toContain('ANN');
  });
});
