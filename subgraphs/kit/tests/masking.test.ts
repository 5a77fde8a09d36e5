import { beforeAll, expect, test } from '@jest/globals';
import { defineSubgraph, migrate, rowByKey, serveSubgraph } from '@resident-graph/subgraph-kit';
import type { Database, LinkedResident } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

import { libraryDefinition } from './library/library.ts';
import { seedLibrary } from './library/library-seed.ts';
import { recordingLog } from './recording-log.ts';

/** The library with mistakes in it. */
const library = defineSubgraph({
  ...libraryDefinition,
  loaders: (database) => ({
    ...libraryDefinition.loaders(database),
    noColumn: rowByKey<object, string>(database, { table: 'CARD', key: 'NO_SUCH_COLUMN' }),
    noTable: rowByKey<object, string>(database, { table: 'NO_SUCH_TABLE', key: 'CARD_NBR' }),
  }),
  resolvers: {
    ...libraryDefinition.resolvers,
    Query: {
      libraryBranches: () => {
        throw new Error('Jane Roe lives at 12 Elm Street');
      },
    },
    LibraryRecord: {
      cards: ({ localIds }: LinkedResident, _values: unknown, { loaders }) =>
        loaders.noColumn.loadMany([...localIds]),
      loans: ({ localIds }: LinkedResident, _values: unknown, { loaders }) =>
        loaders.noTable.load(localIds[0] ?? ''),
    },
  },
});

const cardsOf =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { id library { cards { id } } } } }';
const loansOf =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { id library { loans { edges { cursor } } } } } }';
const resident = { r: [{ __typename: 'Resident', id: 'resident-1' }] };

interface Answered {
  readonly answer: string;
  readonly log: string;
}

eachDialect('what goes wrong', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrate(library, database);
    await seedLibrary(database);
  });

  const ask = async (query: string, variables: object = {}): Promise<Answered> => {
    const log = recordingLog();
    const running = await serveSubgraph(library, { database, log, allowUnsigned: true });
    const response = await fetch(running.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.text();
    await running.close();
    return { answer, log: log.lines.join('') };
  };

  test("a resolver's mistake is masked for the client, and its text is not in the log either", async () => {
    const { answer, log } = await ask('{ libraryBranches }');
    expect(answer).toContain('INTERNAL_SERVER_ERROR');
    expect(answer + log).not.toContain('Jane Roe');
    expect(log).toContain('libraryBranches');
    expect(log).toContain('masking.test.ts');
  });

  test.each([
    ['column', cardsOf, 'NO_SUCH_COLUMN'],
    ['table', loansOf, 'NO_SUCH_TABLE'],
  ])('an unknown %s is named in the log and nowhere in the answer', async (_what, query, name) => {
    const { answer, log } = await ask(query, resident);
    expect(JSON.parse(answer)).toMatchObject({
      data: { _entities: [{ id: 'resident-1' }] },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(answer).not.toContain(name);
    expect(log).toMatch(new RegExp(`"unknown":"[\\w.]*${name}"`));
  });

  test('neither answer nor log holds SQL, bound values or identifiers', async () => {
    const { answer, log } = await ask(cardsOf, resident);
    expect(answer + log).not.toMatch(/select |where |"C1A"|127\.0\.0\.1:(5432|3306)/i);
    expect(log).not.toContain('resident-1');
  });
});
