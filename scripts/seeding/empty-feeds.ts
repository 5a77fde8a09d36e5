import { emptyIndex } from '@resident-graph/residents-subgraph';
import type { Database, Subgraph } from '@resident-graph/subgraph-kit';

/** Forgets all that feeds have left in a database, so that they begin at their beginning. */
export async function emptyFeeds(subgraph: Subgraph, database: Database): Promise<void> {
  if (subgraph.name === 'residents') await emptyIndex(database);
  const tables = [
    ...(subgraph.offersPersons ? ['person_changes', 'person_feed'] : []),
    ...(subgraph.follows.length > 0 ? ['feed_cursors'] : []),
  ];
  // One after the other: the database has one connection.
  // oxlint-disable-next-line no-await-in-loop
  for (const table of tables) await database(table).delete();
}
