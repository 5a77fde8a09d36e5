import DataLoader from 'dataloader';

import type { Database } from '../database/index.ts';
import { currentWaves, groupBy } from '../loaders/index.ts';
import type { Columns, Key } from '../loaders/index.ts';
import { pageOf } from './connection.ts';
import type { Connection, PageRequest } from './connection.ts';
import { encodeCursor } from './cursor.ts';
import type { CursorValue } from './cursor.ts';
import type { PagedList } from './keyset.ts';
import { loadPageGroup } from './load-page-group.ts';
import type { PageRows } from './load-page-group.ts';
import { pageSize } from './page-size.ts';

interface KeyedPageRequest<RowKey> extends PageRequest {
  /** All local ids of one resident: their rows are one list. */
  readonly keys: readonly RowKey[];
}

export interface PageLoader<Row, RowKey> {
  load(page: KeyedPageRequest<RowKey>): Promise<Connection<Row>>;
}

/**
 * Loads pages of lists that grow. All pages with the same `first` and `after` that are asked for in one wave
 * cost one statement (two with `after`), whatever the number of residents.
 *
 * 1. Pages are grouped by size and cursor.
 * 2. The cursor's entry is read, to refuse one that belongs to another list.
 * 3. The first rows of every key after that entry are read in one ordered statement.
 * 4. Each page takes the rows of its own keys, in that order; one row more tells that a next page exists.
 */
export function pageByKey<Row, RowKey extends Key>(
  database: Database,
  list: PagedList,
): PageLoader<Row, RowKey> {
  const { schedule, within } = currentWaves();
  const loader = new DataLoader<KeyedPageRequest<RowKey>, readonly Columns[]>(
    (pages) => within(() => loadPages(database, list, pages)),
    { cache: false, batchScheduleFn: schedule },
  );
  const cursorOf = (row: Columns): string => encodeCursor(row[list.tieBreaker] as CursorValue);
  return {
    async load(page) {
      const first = pageSize(page.first);
      const rows = page.keys.length === 0 ? [] : await loader.load({ ...page, first });
      return pageOf(rows.slice(0, first), cursorOf, {
        before: (page.after ?? null) !== null,
        after: rows.length > first,
      }) as Connection<Row>;
    },
  };
}

async function loadPages<RowKey extends Key>(
  database: Database,
  list: PagedList,
  pages: readonly KeyedPageRequest<RowKey>[],
): Promise<PageRows[]> {
  const answers = new Map<KeyedPageRequest<RowKey>, PageRows>();
  const groups = groupBy(pages, (page) => JSON.stringify([page.first, page.after ?? null]));
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const found = await loadPageGroup(database, list, group);
      group.forEach((page, index) => answers.set(page, found[index] ?? []));
    }),
  );
  return pages.map((page) => answers.get(page) ?? []);
}
