import { beforeAll, describe, expect, test } from '@jest/globals';

import type { Subgraph } from '../../subgraph/index.ts';
import { eachDialect } from '../each-dialect.ts';
import { executeOperation } from '../execute-operation.ts';
import { createTestDatabase, testSystems } from '../test-databases.ts';
import { entitiesPromises } from './entities-promises.ts';
import { schemaPromises } from './schema-promises.ts';
import { seeded } from './seeded.ts';
import type { Seed, Seeded } from './seeded.ts';
import { wholeAnswer, wholeAnswerPromises } from './whole-answer-promises.ts';
import { withholdingPromises } from './withholding-promises.ts';

export interface ConformanceOptions {
  /**
   * Fills a migrated, empty database, alike each time, and returns the ids of at least 100 linked residents. The
   * first ten have records of every kind between them, so that ten cost what a hundred do.
   */
  readonly seed: Seed;
}

/**
 * Registers the tests that every subgraph of Resident Graph passes, on every database that is there.
 *
 * @example subgraphConformance(housing, { seed: async (database) => { …; return { residentIds } } })
 */
export function subgraphConformance(subgraph: Subgraph, { seed }: ConformanceOptions): void {
  describe(`the schema of ${subgraph.name}`, () => schemaPromises(subgraph));

  eachDialect(`the subgraph ${subgraph.name}`, (open, dialect) => {
    let subject: Seeded;
    beforeAll(async () => {
      subject = await seeded(subgraph, await open(), seed);
    });

    test('_service answers the schema as it is written', async () => {
      const answer = await executeOperation(subgraph, subject.database, { query: '{ _service { sdl } }' });
      expect(answer).toEqual({ data: { _service: { sdl: subgraph.sdl } } });
    });

    entitiesPromises(() => subject);
    wholeAnswerPromises(subgraph, () => subject);
    withholdingPromises(subgraph, () => subject);

    if (dialect !== 'sqlite') {
      test('the answers are those of the embedded database', async () => {
        expect(await wholeAnswer(subgraph, subject)).toEqual(await embeddedAnswer(subgraph, seed));
      });
    }
  });
}

async function embeddedAnswer(subgraph: Subgraph, seed: Seed): ReturnType<typeof wholeAnswer> {
  const system = testSystems.find(({ dialect }) => dialect === 'sqlite');
  if (system === undefined) throw new TypeError('There is no embedded database.');
  const { database, remove } = await createTestDatabase(system);
  try {
    return await wholeAnswer(subgraph, await seeded(subgraph, database, seed));
  } finally {
    await remove();
  }
}
