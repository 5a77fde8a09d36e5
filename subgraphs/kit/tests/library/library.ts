import {
  columns,
  defineSubgraph,
  pageByKey,
  pageSize,
  readSchema,
  residentReference,
  rowsByKey,
} from '@resident-graph/subgraph-kit';
import type { Database, LinkedResident, Migration, SubgraphDefinition } from '@resident-graph/subgraph-kit';

export interface CardRow {
  readonly CARD_NBR: string;
  readonly GUARANTOR_NBR: string | null;
}

interface LoanRow {
  readonly LOAN_ID: number;
}

const tables: Migration = {
  name: 'library-0001-cards-and-loans',
  async up(database) {
    await database.schema.createTable('CARD', (table) => {
      table.string('CARD_NBR', 20).primary();
      table.smallint('KIND_CD');
      table.decimal('OWED_AMT', 10, 2);
      table.datetime('ISSUE_TS', { useTz: true });
      table.string('GUARANTOR_NBR', 20);
    });
    await database.schema.createTable('LOAN', (table) => {
      table.integer('LOAN_ID').primary();
      table.string('CARD_NBR', 20).notNullable().index();
      table.string('TITLE_TXT', 200);
      table.date('DUE_DT');
    });
  },
  async down(database) {
    await database.schema.dropTable('LOAN').dropTable('CARD');
  },
};

const loaders = (database: Database) => ({
  cards: rowsByKey<CardRow, string>(database, {
    table: 'CARD',
    key: 'CARD_NBR',
    orderBy: [{ column: 'CARD_NBR', order: 'asc' }],
  }),
  loans: pageByKey<LoanRow, string>(database, {
    table: 'LOAN',
    key: 'CARD_NBR',
    orderBy: { column: 'DUE_DT', order: 'desc' },
    tieBreaker: 'LOAN_ID',
  }),
});

export type LibraryLoaders = ReturnType<typeof loaders>;

/** A made-up agency, small and whole. */
export const libraryDefinition: SubgraphDefinition<LibraryLoaders> = {
  name: 'library',
  schema: readSchema(new URL('schema.graphql', import.meta.url)),
  migrations: [tables],
  loaders,
  resolvers: {
    Query: { libraryBranches: () => ['Main', 'Hillside'] },
    Resident: { ...residentReference, library: (resident: LinkedResident) => resident },
    LibraryRecord: {
      cards: async ({ localIds }: LinkedResident, _values, context) =>
        (await Promise.all(localIds.map((id) => context.loaders.cards.load(id)))).flat(),
      loans: ({ localIds }: LinkedResident, values: { first: number; after?: string | null }, context) =>
        context.loaders.loans.load({ keys: localIds, first: pageSize(values.first), after: values.after }),
    },
    LibraryCard: {
      ...columns({ id: 'CARD_NBR', kind: 'KIND_CD', owed: 'OWED_AMT', issuedAt: 'ISSUE_TS' }),
      guarantor: async (card: CardRow, _values, context) => {
        const id = card.GUARANTOR_NBR && (await context.links.residentIds.load(card.GUARANTOR_NBR));
        return id ? { id } : null;
      },
    },
    LibraryCardKind: { ADULT: 1, CHILD: 2, DATA_NOT_COLLECTED: 99 },
    LibraryLoan: columns({ id: 'LOAN_ID', title: 'TITLE_TXT', dueOn: 'DUE_DT' }),
  },
};

export const library = defineSubgraph(libraryDefinition);
