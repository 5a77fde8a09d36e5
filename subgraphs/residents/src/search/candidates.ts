import type { Database } from '@resident-graph/subgraph-kit';

import type { Clue } from './clues.ts';
import type { Lookup } from './identifiers.ts';

/** Rows that one pair of lookups contributes at most; more means a common name, which the ranking cannot tell apart. */
const mostPerLookup = 200;

type Statement = ReturnType<Database['queryBuilder']>;

/**
 * Ids of the residents who agree, exactly or nearly, with two of the clues or with a strong one.
 *
 * One statement: a union over pairs of lookups, each pair a join of two equalities on indexed columns, so that
 * it costs the same on SQLite, PostgreSQL and MariaDB and needs no extension of any of them.
 */
export async function candidates(database: Database, clues: readonly Clue[]): Promise<readonly string[]> {
  const statements = [...strong(database, clues), ...pairs(database, clues)].map((statement, index) =>
    database.select('resident').from(statement.as(`lookup_${String(index)}`)),
  );
  const [first, ...rest] = statements;
  if (first === undefined) return [];
  const rows: readonly { resident: string }[] = await first.unionAll(rest);
  return [...new Set(rows.map(({ resident }) => resident))];
}

function strong(database: Database, clues: readonly Clue[]): Statement[] {
  return clues
    .filter(({ identifier }) => identifier.isStrong)
    .flatMap(lookupsOf)
    .map((one) => single(database, one));
}

function pairs(database: Database, clues: readonly Clue[]): Statement[] {
  return clues.flatMap((clue, index) =>
    clues
      .slice(index + 1)
      .flatMap((other) =>
        lookupsOf(clue).flatMap((one) => lookupsOf(other).map((two) => joined(database, one, two))),
      ),
  );
}

function lookupsOf({ identifier, value }: Clue): readonly Lookup[] {
  return identifier.lookups(value);
}

function single(database: Database, one: Lookup): Statement {
  return limited(database(`${one.table} as one`).where(`one.${one.column}`, one.value), one);
}

function joined(database: Database, one: Lookup, two: Lookup): Statement {
  const rows = database(`${one.table} as one`)
    .join(`${two.table} as two`, `two.${two.resident}`, `one.${one.resident}`)
    .where(`one.${one.column}`, one.value)
    .where(`two.${two.column}`, two.value);
  return limited(rows, one);
}

/** In the order of ids, so that the same question finds the same residents on every database. */
function limited(rows: Statement, { resident }: Lookup): Statement {
  return rows
    .distinct({ resident: `one.${resident}` })
    .orderBy('resident')
    .limit(mostPerLookup);
}
