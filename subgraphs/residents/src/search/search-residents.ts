import { connectionOf } from '@resident-graph/subgraph-kit';
import type { Connection, Database, Requester } from '@resident-graph/subgraph-kit';

import { answerQuestion, mostMatches } from './answer-question.ts';
import type { SearchInput } from './question.ts';
import { rounded } from './rounded.ts';
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

/** The page size where `first` is null; the schema's default where it is left out. */
const byDefault = 10;

/** Looks for residents: the best 25 are the answer, and the first of them the page. */
export async function searchResidents(
  database: Database,
  requester: Requester | null,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const first = request.first ?? byDefault;
  const asked = { kind: 'SEARCH', input: request.input, argument: 'first', wanted: first } as const;
  const found = await answerQuestion(database, requester, asked);
  const shown = found.slice(0, mostMatches).map(shownOf);
  const page = connectionOf<FoundResident>(shown, { ...request, first }, ({ id }) => id);
  return { ...page, isTooBroad: found.length > mostMatches };
}

function shownOf({ id, evidence }: WeighedCandidate): FoundResident {
  const matchedOn = [...new Set(evidence.filter(agrees).map(({ identifier }) => identifier))];
  return { id, matchedOn, evidence: evidence.map(rounded) };
}
