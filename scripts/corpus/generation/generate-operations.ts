import { parse, validate, type GraphQLSchema } from 'graphql';

import { createChance } from '../../population/chance/index.ts';
import type { CorpusOperation } from '../corpus-operation.ts';
import { drawOperation } from './draw-operation.ts';
import { knownPeople } from './known-people.ts';

/** How many operations are generated, and from which seed on. */
export interface GenerationOptions {
  readonly count: number;
  readonly seed: number;
}

/**
 * Operations that are valid for the schema, the same for the same seed:
 *
 * 1. One stream of chance for each operation, so that a longer corpus begins with the shorter one.
 * 2. Root fields with the ids, names and numbers of people of the corpus's population as arguments.
 * 3. Selections below them at random, within a budget of fields and a greatest depth: aliases, fragments,
 *    conditions, variables, pages and type names.
 * 4. What doesn't validate (two aliases that would conflict) is thrown away and drawn anew.
 */
export function generateOperations(
  schema: GraphQLSchema,
  { count, seed }: GenerationOptions,
): readonly CorpusOperation[] {
  const people = knownPeople();
  return Array.from({ length: count }, (_, index) => {
    const name = `generated/${String(index + 1).padStart(3, '0')}`;
    return { name, operationName: null, ...drawValid(schema, people, [seed, index]) };
  });
}

function drawValid(
  schema: GraphQLSchema,
  people: ReturnType<typeof knownPeople>,
  seed: readonly number[],
): Pick<CorpusOperation, 'query' | 'variables'> {
  const attempts = 50;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const operation = drawOperation({ schema, people, chance: createChance(...seed, attempt) });
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
  throw new Error(`No valid operation was drawn in ${attempts} attempts: widen the choice of aliases.`);
}
