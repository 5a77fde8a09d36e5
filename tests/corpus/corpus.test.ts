import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import {
  answeredOperations,
  askOperation,
  population,
  printAnswer,
  readAnswer,
  readOperations,
  type CorpusOperation,
} from '../../scripts/corpus/index.ts';
import { startEnvironment, type Environment } from '../support/start-environment.ts';
import { engines } from './engines.ts';

const operations = await readOperations();

describe.each(engines)('$name', ({ flags, defects }) => {
  let environment: Environment;

  beforeAll(async () => {
    environment = await startEnvironment({ ...population, flags });
  });
  afterAll(async () => environment.close());

  const answerTo = async (operation: CorpusOperation): Promise<string> =>
    printAnswer(await askOperation(environment, operation));

  test.each(operations.filter(({ name }) => !defects.has(name)))(
    'answers $name as pinned',
    async (operation) => {
      expect(await answerTo(operation)).toBe(await readAnswer(operation.name));
    },
  );

  for (const operation of operations.filter(({ name }) => defects.has(name))) {
    test(`answers ${operation.name} wrongly: ${defects.get(operation.name) ?? ''}`, async () => {
      expect(await answerTo(operation)).not.toBe(await readAnswer(operation.name));
    });
  }
});

describe('The corpus', () => {
  test('holds at least 80 operations, 30 of them generated', () => {
    const generated = operations.filter(({ name }) => name.startsWith('generated/'));
    expect(generated.length).toBeGreaterThanOrEqual(30);
    expect(operations.length - generated.length).toBeGreaterThanOrEqual(50);
  });

  test('has an answer for every operation, and none without one', async () => {
    const answered = await answeredOperations();
    expect(answered.toSorted()).toEqual(operations.map(({ name }) => name));
  });
});
