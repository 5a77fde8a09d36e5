import type { Database, Migration } from '@resident-graph/subgraph-kit';

/** Providers from the State's inventory of facilities, and each provider's own clients. */
export const createProvidersAndClients: Migration = {
  name: '0001-create-providers-and-clients',
  async up(database) {
    await createProviders(database);
    await createClients(database);
  },
  async down(database) {
    await database.schema.dropTable('TEDS_CLIENT');
    await database.schema.dropTable('TEDS_PROVIDER');
  },
};

async function createProviders(database: Database): Promise<void> {
  await database.schema.createTable('TEDS_PROVIDER', (table) => {
    table.string('PROVIDER_ID', 15).primary();
    table.string('PROVIDER_NAME', 120).notNullable();
    table.string('CITY', 60);
    table.string('STATE_CD', 2);
    table.string('TAXONOMY_CD', 10);
    table.smallint('PART2_PROGRAM').notNullable();
  });
}

/** CLIENT_KEY is PROVIDER_ID:CLIENT_ID, as a client identifier is unique within its provider only. */
async function createClients(database: Database): Promise<void> {
  await database.schema.createTable('TEDS_CLIENT', (table) => {
    table.string('CLIENT_KEY', 31).primary();
    table.string('PROVIDER_ID', 15).notNullable();
    table.string('CLIENT_ID', 15).notNullable();
    table.string('LAST_NAME', 60);
    table.string('FIRST_NAME', 60);
    table.date('BIRTH_DT');
    table.smallint('SEX');
    table.string('SSN', 9);
    table.string('ZIP', 5);
  });
}
