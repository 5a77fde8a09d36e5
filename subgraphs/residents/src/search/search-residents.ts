import { badUserInput, connectionOf } from '@resident-graph/subgraph-kit';
import type { Connection, Database } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import type { ResidentRow } from '../rows.ts';
import { candidates } from './candidates.ts';
import { cluesOf } from './clues.ts';
import type { Clue } from './clues.ts';
import type { SearchInput } from './identifiers.ts';

export interface SearchRequest {
  readonly input: SearchInput;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A resident whom a search found, with the names of the identifiers that agree. */
interface Match {
  readonly resident: ResidentRow;
  readonly matchedOn: readonly string[];
}

export interface SearchAnswer extends Connection<Match> {
  readonly isTooBroad: boolean;
}

interface RankedMatch extends Match {
  readonly rank: number;
}

/** A search never shows more residents than this, whatever the page size. */
const mostMatches = 25;

/** The page size where `first` is null; the schema's default where it is left out. */
const byDefault = 10;

/**
 * Looks for residents.
 *
 * 1. The question becomes clues; fewer than two, or none that is strong, is refused.
 * 2. Residents who agree with two clues or a strong one are found by equalities, in one statement.
 * 3. Each is ranked by the weight of the clues that agree; equal ranks go by id, so that pages are stable.
 * 4. The best 25 are the answer, and the first of them the page.
 */
export async function searchResidents(
  database: Database,
  loaders: ResidentLoaders,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const first = request.first ?? byDefault;
  if (first < 1 || first > mostMatches) {
    throw badUserInput(`The argument first is a number from 1 to ${String(mostMatches)}.`, 'first');
  }
  const clues = cluesOf(request.input);
  const found = await candidates(database, clues);
  const matches = await Promise.all(found.map((id) => matchOf(id, clues, loaders)));
  const ranked = matches.filter((match) => match !== null).sort(bestFirst);
  const shown = ranked.slice(0, mostMatches);
  const page = connectionOf<Match>(shown, { ...request, first }, ({ resident }) => resident.id);
  return { ...page, isTooBroad: ranked.length > mostMatches };
}

async function matchOf(
  id: string,
  clues: readonly Clue[],
  loaders: ResidentLoaders,
): Promise<RankedMatch | null> {
  const [resident, ...agreements] = await Promise.all([
    loaders.residents.load(id),
    ...clues.map(async ({ identifier, value }) => ({
      identifier,
      agreement: await identifier.agreement(value, id, loaders),
    })),
  ]);
  if (resident === null || resident.status !== 'ACTIVE') return null;
  const agreeing = agreements.filter(({ agreement }) => agreement > 0);
  const rank = agreeing.reduce((sum, { identifier, agreement }) => sum + identifier.weight * agreement, 0);
  return { resident, rank, matchedOn: agreeing.map(({ identifier }) => identifier.name) };
}

function bestFirst(one: RankedMatch, other: RankedMatch): number {
  if (one.rank !== other.rank) return other.rank - one.rank;
  return one.resident.id < other.resident.id ? -1 : 1;
}
