import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';

import { composeSupergraph } from '../../gateway/src/supergraph/index.ts';
import { generateOperations } from '../../scripts/corpus/index.ts';

const supergraphFile = fileURLToPath(new URL('../../supergraph.yaml', import.meta.url));
const composition = await composeSupergraph(supergraphFile);
if (composition.kind === 'refused') throw new Error('The supergraph is refused.');
const schema = composition.supergraph.apiSchema;

test('a seed always generates the same operations, and a longer corpus begins with the shorter one', () => {
  const few = generateOperations(schema, { count: 5, seed: 7 });
  const more = generateOperations(schema, { count: 8, seed: 7 });
  expect(more.slice(0, 5)).toEqual(few);
  expect(generateOperations(schema, { count: 5, seed: 8 })).not.toEqual(few);
});

test('generated operations are valid and differ from each other', () => {
  const operations = generateOperations(schema, { count: 40, seed: 3 });
  for (const { query } of operations) expect(validate(schema, parse(query))).toEqual([]);
  expect(new Set(operations.map(({ query }) => query)).size).toBe(40);
});
