import { expect, test } from '@jest/globals';
import { migrate, type Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../../src/index.ts';
import { emptyRecord, type PersonRecord } from '../../src/linkage/index.ts';
import { keepKeys, keepNewKeys } from '../../src/master-index/index.ts';

const records = Array.from({ length: 40 }, (_, at) => ({ id: `r${at}`, person: personOf(at) }));

eachDialect('the keys of records', (open) => {
  async function kept(work: (database: Database) => Promise<void>): Promise<unknown> {
    const database = await open();
    await migrate(residents, database);
    await work(database);
    return {
      keys: await database('record_keys').orderBy(['hash', 'number']).select('hash', 'number'),
      counts: await database('value_counts')
        .where('records', '>', 0)
        .orderBy('hash')
        .select('hash', 'records'),
    };
  }
  const people = records.map(({ person }) => person);

  test('are the same whether records come together, in two parts, or one by one', async () => {
    const together = await kept((database) =>
      database.transaction((transaction) => keepNewKeys(transaction, records)),
    );
    const inParts = await kept((database) =>
      database.transaction(async (transaction) => {
        await keepNewKeys(transaction, records.slice(0, 25));
        await keepNewKeys(transaction, records.slice(25));
      }),
    );
    expect(inParts).toEqual(together);
    expect(await kept((database) => oneByOne(database, people))).toEqual(together);
  });

  test('are those of the last version of a record, and its values are counted once', async () => {
    const changed = people.map((person, at) => (at % 3 === 0 ? personOf(at + 100) : person));
    const afterwards = await kept(async (database) => {
      await oneByOne(database, people);
      await oneByOne(database, changed);
      await oneByOne(database, changed);
    });
    expect(afterwards).toEqual(await kept((database) => oneByOne(database, changed)));
  });
});

async function oneByOne(database: Database, people: readonly PersonRecord[]): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const [at, person] of people.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      await keepKeys(transaction, `r${at}`, person);
    }
  });
}

function personOf(at: number): PersonRecord {
  return {
    ...emptyRecord,
    given: ['Ana', 'Robert', 'Chloe', 'Wei'][at % 4]!,
    surname: ['Smith', 'Haddad', 'Garcia'][at % 3]!,
    birthDate: `19${50 + (at % 40)}-03-1${at % 10}`,
    postalCode: `6970${at % 5}`,
    phone: at % 2 === 0 ? `990555${1000 + at}` : null,
  };
}
