import { badUserInput } from '@resident-graph/subgraph-kit';
import type { Database, Requester } from '@resident-graph/subgraph-kit';

import { recordQuestion } from './question-log.ts';
import { readQuestion } from './question.ts';
import type { SearchInput } from './question.ts';
import { searchIndex } from './search-index.ts';
import type { WeighedCandidate } from './weigh.ts';

/** No question shows more residents than this, however many are asked for. */
export const mostMatches = 25;

interface Asked {
  readonly kind: 'SEARCH' | 'MATCH';
  readonly input: SearchInput;
  /** The argument that says how many residents are wanted, and what it says. */
  readonly argument: 'first' | 'count';
  readonly wanted: number;
}

/**
 * Answers a question, whichever way it is asked.
 *
 * 1. One that would walk through the population is refused.
 * 2. It is recorded with its caller, who may ask so many and no more.
 * 3. Those who agree are ranked by weight.
 */
export async function answerQuestion(
  database: Database,
  requester: Requester | null,
  { kind, input, argument, wanted }: Asked,
): Promise<readonly WeighedCandidate[]> {
  if (wanted < 1 || wanted > mostMatches)
    throw badUserInput(`The argument ${argument} is a number from 1 to ${String(mostMatches)}.`, argument);
  const question = readQuestion(input);
  await recordQuestion(database, requester, kind, question);
  return searchIndex(database, question);
}
