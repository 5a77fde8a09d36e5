import { badUserInput } from '@resident-graph/subgraph-kit';

import { identifiers } from './identifiers.ts';
import type { Identifier, SearchInput } from './identifiers.ts';

/** An identifier that was given, with its value as it is compared. */
export interface Clue {
  readonly identifier: Identifier;
  readonly value: string;
}

/**
 * The clues of a question. One that would walk through the population is refused: two identifiers are
 * needed, or one that is strong.
 */
export function cluesOf(input: SearchInput): readonly Clue[] {
  const clues = identifiers.flatMap((identifier) => {
    const text = input[identifier.argument]?.trim() ?? '';
    return text === '' ? [] : [{ identifier, value: identifier.read(text) }];
  });
  if (clues.length >= 2 || clues.some(({ identifier }) => identifier.isStrong)) return clues;
  throw badUserInput('A search needs two identifiers, or a whole phone number or e-mail address.', 'input');
}
