import { randomUUID } from 'node:crypto';

import type { Migration } from '@resident-graph/subgraph-kit';

/**
 * What the feeds of links and merges stand on: the name of the log, by which peers notice that it was begun anew, and
 * the way from an entry of the log to the links that it made.
 */
export const feeds: Migration = {
  name: '008-feeds',
  up: async (database) => {
    await database.schema.createTable('index_feed', (table) => {
      table.string('feed', 36).notNullable();
    });
    await database('index_feed').insert({ feed: randomUUID() });
    await database.schema.alterTable('record_links', (table) => {
      table.index(['from_sequence', 'record_id'], 'record_links_since');
    });
  },
  down: async (database) => {
    await database.schema.alterTable('record_links', (table) => {
      table.dropIndex(['from_sequence', 'record_id'], 'record_links_since');
    });
    await database.schema.dropTable('index_feed');
  },
};
