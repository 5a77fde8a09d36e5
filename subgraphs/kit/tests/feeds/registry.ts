import { defineSubgraph, identityKey, migrate, serveSubgraph } from '@resident-graph/subgraph-kit';
import type {
  Database,
  FeedPeer,
  PersonDeclaration,
  Subgraph,
  SubgraphDefinition,
} from '@resident-graph/subgraph-kit';

import { readSecret } from '../../src/authorization/index.ts';
import { libraryDefinition, type LibraryLoaders } from '../library/library.ts';
import { recordingLog } from '../recording-log.ts';

/** What an agreement lets the registry tell; the e-mail address is not among it. */
export const persons: PersonDeclaration = {
  agreement: {
    id: 'identity-matching',
    elements: ['given', 'surname', 'sex', 'birthDate', 'socialSecurityNumber'],
  },
  table: 'VISITOR',
  key: 'VISITOR_NBR',
  elements: {
    given: 'FIRST_NM',
    surname: 'LAST_NM',
    sex: { column: 'SEX_CD', read: (code) => ({ 1: 'male', 2: 'female' })[String(code)] ?? null },
    birthDate: 'BIRTH_DT',
    socialSecurityNumber: 'SSN',
  },
};

/** The library, with a register of visitors who are offered to the resident index. */
export function registry(offered: SubgraphDefinition<LibraryLoaders>['persons'] = persons): Subgraph {
  return defineSubgraph({
    ...libraryDefinition,
    migrations: [
      ...libraryDefinition.migrations,
      {
        name: 'library-0002-visitors',
        async up(database) {
          await database.schema.createTable('VISITOR', (table) => {
            table.integer('VISITOR_NBR').primary();
            table.string('FIRST_NM', 60);
            table.string('LAST_NM', 60);
            table.smallint('SEX_CD');
            table.date('BIRTH_DT');
            table.string('SSN', 9);
            table.string('EMAIL', 120);
          });
        },
        async down(database) {
          await database.schema.dropTable('VISITOR');
        },
      },
    ],
    ...(offered && { persons: offered }),
  });
}

export const visitor = {
  VISITOR_NBR: 7,
  FIRST_NM: 'Ada',
  LAST_NM: 'Quint',
  SEX_CD: 2,
  BIRTH_DT: '1990-02-03',
  SSN: '912345678',
  EMAIL: 'ada@example.org',
};

export const key = identityKey(Buffer.alloc(32, 5).toString('base64'));

export const secretOf = (letter: string) => readSecret(Buffer.alloc(32, letter).toString('base64'));

/** Who is known to whom: the index asks agencies, agencies ask the index. */
export function peer(name: string, letter: string, url: string | null = null): FeedPeer {
  return { name, url: url === null ? null : new URL(url), secrets: [secretOf(letter)] };
}

/** Serves a subgraph that exchanges feeds with the peers. */
export async function serveFeeds(subgraph: Subgraph, database: Database, peers: readonly FeedPeer[]) {
  await migrate(subgraph, database);
  const log = recordingLog();
  const feeds = { peers, identityKey: key };
  const running = await serveSubgraph(subgraph, { database, log, allowUnsigned: true, feeds });
  return { url: running.url.replace('/graphql', ''), lines: log.lines, close: () => running.close() };
}
