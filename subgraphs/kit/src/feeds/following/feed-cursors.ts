import type { Knex } from 'knex';

import { dialectOf } from '../../database/index.ts';
import type { Database } from '../../database/index.ts';

const table = 'feed_cursors';

interface CursorRow {
  readonly feed: string;
  readonly peer: string;
  /** Empty before the first page. */
  readonly place: string;
}

/** How far each feed that is followed was read. */
export const feedCursorsMigration = {
  name: 'kit-0002-feed-cursors',
  async up(database: Database): Promise<void> {
    await database.schema.createTable(table, (columns) => {
      if (dialectOf(database).name === 'mysql') columns.collate('utf8mb4_bin');
      columns.string('feed', 40).notNullable();
      columns.string('peer', 40).notNullable();
      columns.string('place', 140).notNullable();
      columns.primary(['feed', 'peer']);
    });
  },
  async down(database: Database): Promise<void> {
    await database.schema.dropTable(table);
  },
};

/** Where to go on; null at the beginning. */
export async function cursorOf(database: Database, feed: string, peer: string): Promise<string | null> {
  const row = await database<CursorRow>(table).where({ feed, peer }).first('place');
  if (row === undefined) await database(table).insert({ feed, peer, place: '' }).onConflict().ignore();
  return row === undefined || row.place === '' ? null : row.place;
}

/** Goes on from one place to the next; false where it was not at the first any more. */
export async function advanceCursor(
  database: Database | Knex.Transaction,
  { feed, peer }: Omit<CursorRow, 'place'>,
  from: string | null,
  next: string,
): Promise<boolean> {
  if (next === (from ?? '')) return true;
  const moved = await database(table)
    .where({ feed, peer, place: from ?? '' })
    .update({ place: next });
  return moved === 1;
}
