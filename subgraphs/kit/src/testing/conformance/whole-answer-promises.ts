import { expect, test } from '@jest/globals';

import type { Subgraph } from '../../subgraph/index.ts';
import { countStatements } from '../count-statements.ts';
import { wholeQuery } from '../whole-query.ts';
import { fewestResidents, representationOf } from './seeded.ts';
import type { EntitiesAnswer, Seeded } from './seeded.ts';
import { unreachedFields } from './unreached-fields.ts';

/** What an answer with every field of the schema promises. */
export function wholeAnswerPromises(subgraph: Subgraph, subject: () => Seeded): void {
  const query = wholeQuery(subgraph.schema);
  const answerFor = (residents: number, seeded = subject()): Promise<EntitiesAnswer> =>
    seeded.entities(query, seeded.residentIds.slice(0, residents).map(representationOf));

  test('every field of every resident is answered without an error', async () => {
    const { entities, errors } = await answerFor(fewestResidents);
    expect(errors).toEqual([]);
    expect(entities).toHaveLength(fewestResidents);
  });

  test('the seed gives every list and object of the schema to somebody', async () => {
    const { entities } = await answerFor(fewestResidents);
    expect(unreachedFields(subgraph.schema, entities)).toEqual([]);
  });

  test('10 and 100 residents cost the same number of statements', async () => {
    const count = countStatements(subject().database);
    await answerFor(10);
    const forTen = count.statements;
    count.reset();
    await answerFor(fewestResidents);
    count.stop();
    expect(count.statements).toBe(forTen);
  });

  test('a resident is answered alike alone and among others', async () => {
    const [alone] = (await answerFor(1)).entities;
    const [among] = (await answerFor(fewestResidents)).entities;
    expect(among).toEqual(alone);
  });
}

/** The answer with every field, for comparison between databases. */
export function wholeAnswer(subgraph: Subgraph, seeded: Seeded): Promise<EntitiesAnswer> {
  return seeded.entities(
    wholeQuery(subgraph.schema),
    seeded.residentIds.slice(0, fewestResidents).map(representationOf),
  );
}
