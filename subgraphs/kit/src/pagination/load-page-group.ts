import { databaseFailure, dialectOf } from '../database/index.ts';
import type { Database } from '../database/index.ts';
import { LoaderError, chunks, firstRows } from '../loaders/index.ts';
import type { Columns, Key } from '../loaders/index.ts';
import { decodeCursor, staleCursor } from './cursor.ts';
import type { CursorValue } from './cursor.ts';
import { after, orderingOf } from './keyset.ts';
import type { PagedList } from './keyset.ts';

/** The rows of a page and, where there are any, some after it; or why there is no page. */
export type PageRows = readonly Columns[] | Error;

interface KeyedPage {
  readonly keys: readonly Key[];
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The parameters of a statement beside its keys: those of the anchor's conditions and the count. */
const otherParameters = 8;

/** Loads pages of one size after one cursor, which the caller has grouped. */
export async function loadPageGroup(
  database: Database,
  list: PagedList,
  pages: readonly KeyedPage[],
): Promise<PageRows[]> {
  const cursor = pages[0]?.after ?? null;
  try {
    if (cursor === null) return await loadAll(database, list, pages, () => undefined);
    return await loadAfter(database, list, pages, decodeCursor(cursor));
  } catch (error) {
    if (isRefusal(error)) return pages.map(() => error);
    const columns = [list.key, list.orderBy.column, list.tieBreaker];
    throw new LoaderError({ table: list.table, columns }, error);
  }
}

async function loadAfter(
  database: Database,
  list: PagedList,
  pages: readonly KeyedPage[],
  tie: CursorValue,
): Promise<PageRows[]> {
  const anchor = await readAnchor(database, list, tie);
  const owner = anchor === null ? null : String(anchor[list.key]);
  const own = pages.filter(({ keys }) => keys.some((key) => String(key) === owner));
  const hasValue = (anchor?.[list.orderBy.column] ?? null) !== null;
  const found = await loadAll(database, list, own, after(database, list, { tie, hasValue }));
  return pages.map((page) => found[own.indexOf(page)] ?? staleCursor());
}

/** The entry that a cursor stands for. A cursor that was made up may not even be of the column's type. */
async function readAnchor(database: Database, list: PagedList, tie: CursorValue): Promise<Columns | null> {
  const { table, key, tieBreaker, orderBy } = list;
  try {
    const columns = [key, orderBy.column, tieBreaker];
    const [row] = await database<Columns>(table).select(columns).where(tieBreaker, tie);
    return row !== undefined && String(row[tieBreaker]) === String(tie) ? row : null;
  } catch (error) {
    // PostgreSQL's class 22: data exception.
    if (databaseFailure(error)?.code.startsWith('22') === true) return null;
    throw error;
  }
}

async function loadAll(
  database: Database,
  list: PagedList,
  pages: readonly KeyedPage[],
  where: ReturnType<typeof after>,
): Promise<PageRows[]> {
  const limit = dialectOf(database).parameterLimit - otherParameters;
  // The keys of one page stay in one statement, whose order is the page's order.
  const pieces = chunks(pages, limit, (page) => page.keys.length);
  const found = await Promise.all(pieces.map((piece) => loadPiece(database, list, piece, where)));
  return found.flat();
}

async function loadPiece(
  database: Database,
  list: PagedList,
  pages: readonly KeyedPage[],
  where: ReturnType<typeof after>,
): Promise<PageRows[]> {
  const count = (pages[0]?.first ?? 0) + 1;
  const keys = [...new Set(pages.flatMap((page) => page.keys))];
  const wanted = { table: list.table, key: list.key, orderBy: orderingOf(list), count, where };
  const rows = await firstRows(database, wanted, keys);
  const pagesOfKey = indexPages(pages);
  const found = pages.map((): Columns[] => []);
  for (const row of rows) {
    for (const index of pagesOfKey.get(String(row[list.key])) ?? []) found[index]?.push(row);
  }
  return found;
}

function indexPages(pages: readonly KeyedPage[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  pages.forEach((page, position) => {
    for (const key of new Set(page.keys.map(String))) index.set(key, [...(index.get(key) ?? []), position]);
  });
  return index;
}

/** An error that we raised for the client; database errors have no extensions. */
function isRefusal(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'extensions' in error;
}
