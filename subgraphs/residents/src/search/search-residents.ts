import { badUserInput, connectionOf } from '@resident-graph/subgraph-kit';
import type { Connection, Database, Requester } from '@resident-graph/subgraph-kit';

import { recordQuestion } from './question-log.ts';
import { readQuestion } from './question.ts';
import type { SearchInput } from './question.ts';
import { searchIndex } from './search-index.ts';
import { agrees } from './weigh.ts';
import type { Evidence, WeighedCandidate } from './weigh.ts';

export interface SearchRequest {
  readonly input: SearchInput;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A resident whom a search found, and why. */
export interface FoundResident {
  readonly id: string;
  /** The names of the identifiers that agree. */
  readonly matchedOn: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface SearchAnswer extends Connection<FoundResident> {
  readonly isTooBroad: boolean;
}

/** A search never shows more residents than this, whatever the page size. */
const mostMatches = 25;

/** The page size where `first` is null; the schema's default where it is left out. */
const byDefault = 10;

/**
 * Looks for residents.
 *
 * 1. A question that would walk through the population is refused.
 * 2. It is recorded with its caller, who may ask so many and no more.
 * 3. Those who agree are ranked by weight.
 * 4. The best 25 are the answer, and the first of them the page.
 */
export async function searchResidents(
  database: Database,
  requester: Requester | null,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const first = request.first ?? byDefault;
  if (first < 1 || first > mostMatches)
    throw badUserInput(`The argument first is a number from 1 to ${String(mostMatches)}.`, 'first');
  const question = readQuestion(request.input);
  await recordQuestion(database, requester, 'SEARCH', question);
  const found = await searchIndex(database, question);
  const shown = found.slice(0, mostMatches).map(shownOf);
  const page = connectionOf<FoundResident>(shown, { ...request, first }, ({ id }) => id);
  return { ...page, isTooBroad: found.length > mostMatches };
}

function shownOf({ id, evidence }: WeighedCandidate): FoundResident {
  const matchedOn = [...new Set(evidence.filter(agrees).map(({ identifier }) => identifier))];
  return { id, matchedOn, evidence: evidence.map(rounded) };
}

/** Weights to a tenth of a bit: more would tell how common a name is to the last bearer. */
export function rounded({ weight, ...evidence }: Evidence): Evidence {
  return { ...evidence, weight: tenth(weight) };
}

export function tenth(weight: number): number {
  return Math.round(weight * 10) / 10;
}
