import { randomUUID } from 'node:crypto';

import { dialectOf } from '../../database/index.ts';
import type { Database, DialectName } from '../../database/index.ts';
import type { PersonDeclaration } from './person-declaration.ts';

const events = ['insert', 'update', 'delete'] as const;

type Event = (typeof events)[number];

/**
 * What the person feed stands on. Triggers note each row that is written, in the transaction that writes it; the feed
 * numbers what has changed when it is asked, so that no number is ever seen before a smaller one.
 */
export function personFeedMigration(persons: PersonDeclaration) {
  return {
    name: 'kit-0003-person-feed',
    async up(database: Database): Promise<void> {
      await createTables(database);
      await database('feed_clock').insert({ feed: randomUUID(), sequence: 0 });
      for (const statement of triggers[dialectOf(database).name](persons)) {
        // In their order: a trigger needs its function.
        // oxlint-disable-next-line no-await-in-loop
        await database.raw(statement.text, [...statement.names]);
      }
      await database.raw('insert into person_changes (local_id) select ?? from ??', [
        persons.key,
        persons.table,
      ]);
    },
    async down(database: Database): Promise<void> {
      for (const text of removals[dialectOf(database).name]) {
        // oxlint-disable-next-line no-await-in-loop
        await database.raw(text, text.includes('??') ? [persons.table] : []);
      }
      for (const table of ['feed_clock', 'person_feed', 'person_changes']) {
        // oxlint-disable-next-line no-await-in-loop
        await database.schema.dropTable(table);
      }
    },
  };
}

async function createTables(database: Database): Promise<void> {
  const isMysql = dialectOf(database).name === 'mysql';
  await database.schema.createTable('person_changes', (table) => {
    if (isMysql) table.collate('utf8mb4_bin');
    table.bigIncrements('id');
    table.string('local_id', 128).notNullable();
  });
  await database.schema.createTable('person_feed', (table) => {
    // MariaDB compares without regard to case by default, which would make two local ids one.
    if (isMysql) table.collate('utf8mb4_bin');
    table.string('local_id', 128).notNullable().primary();
    table.string('record', 64).notNullable().unique();
    table.string('digest', 64).notNullable();
    table.bigInteger('sequence').notNullable().unique();
  });
  await database.schema.createTable('feed_clock', (table) => {
    table.string('feed', 36).notNullable();
    table.bigInteger('sequence').notNullable();
  });
}

interface Statement {
  readonly text: string;
  /** Of tables and columns. */
  readonly names: readonly string[];
}

const triggers: Readonly<Record<DialectName, (persons: PersonDeclaration) => readonly Statement[]>> = {
  sqlite: ({ table, key }) =>
    events.map((event) => ({
      text: `create trigger person_${event} after ${event} on ?? begin ${notes(event, 'text')} end`,
      names: [table, ...rowsOf(event).map(() => key)],
    })),
  mysql: ({ table, key }) =>
    events.map((event) => ({
      text: `create trigger person_${event} after ${event} on ?? for each row begin ${notes(event, 'char')} end`,
      names: [table, ...rowsOf(event).map(() => key)],
    })),
  postgres: ({ table, key }) =>
    events.flatMap((event) => [
      {
        text: `create function person_${event}() returns trigger language plpgsql as $$ begin ${notes(event, 'text')} return null; end $$`,
        names: rowsOf(event).map(() => key),
      },
      {
        text: `create trigger person_${event} after ${event} on ?? for each row execute function person_${event}()`,
        names: [table],
      },
    ]),
};

const removals: Readonly<Record<DialectName, readonly string[]>> = {
  sqlite: events.map((event) => `drop trigger person_${event}`),
  mysql: events.map((event) => `drop trigger person_${event}`),
  postgres: events.flatMap((event) => [
    `drop trigger person_${event} on ??`,
    `drop function person_${event}()`,
  ]),
};

/** A key that is changed is another person's row gone and one come. */
function rowsOf(event: Event): readonly ('new' | 'old')[] {
  return event === 'insert' ? ['new'] : event === 'delete' ? ['old'] : ['old', 'new'];
}

function notes(event: Event, text: string): string {
  return rowsOf(event)
    .map((row) => `insert into person_changes (local_id) values (cast(${row}.?? as ${text}));`)
    .join(' ');
}
