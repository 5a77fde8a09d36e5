import { afterAll, expect, test } from '@jest/globals';

import { migrate, openDatabase } from '../../src/governance/database/index.ts';
import { migrations } from '../../src/governance/migrations/index.ts';
import { readFacts } from '../../src/governance/reading/index.ts';
import { importFacts } from '../../src/governance/writing/index.ts';
import { eachDatabase } from './world/each-database.ts';
import { caseworker, consentOf, noon, relationshipOf } from './world/people.ts';

eachDatabase('statements', (newDatabase) => {
  const closers: (() => Promise<void>)[] = [];
  afterAll(async () => {
    await Promise.all(closers.map((close) => close()));
  });

  test.each([
    [1, 4],
    [200, 4],
    [1000, 4],
    [1001, 8],
  ])('the facts of %i residents take %i statements', async (residents, expected) => {
    const opened = openDatabase(await newDatabase());
    closers.push(() => opened.database.destroy());
    await migrate(opened, migrations);
    const ids = Array.from({ length: residents }, (_, index) => `r${index}`);
    const facts = {
      consents: ids.map((residentId) => consentOf({ residentId })),
      relationships: ids.map((residentId) => relationshipOf({ residentId })),
    };
    await importFacts(opened.database, facts, noon);
    const sent: string[] = [];
    opened.database.on('query', ({ sql }: { readonly sql: string }) => sent.push(sql));
    const read = await readFacts(opened.database, [...ids, ...ids], caseworker, noon);
    expect(read.size).toBe(residents);
    expect([...read.values()].every(({ consents }) => consents.length === 1)).toBe(true);
    expect(sent).toHaveLength(expected);
  });
});
