import { afterAll, describe, expect, test } from '@jest/globals';

import type { Database, DialectName } from '../database/index.ts';
import { createTestDatabase, isReachable, testSystems } from './test-databases.ts';
import type { TestDatabase, TestSystem } from './test-databases.ts';

/** Opens a fresh and empty database; it is removed after the tests. */
export type OpenTestDatabase = () => Promise<Database>;

const reachable = new Set(await reachableSystems());
const required = (process.env['REQUIRE_DATABASES'] ?? '').split(',').map((name) => name.trim());

/**
 * Registers tests once for each database system. One that isn't on this machine is left out, unless
 * REQUIRE_DATABASES=postgres,mariadb names it: then its absence fails.
 *
 * @example eachDialect('intake', (open) => { test('a stay is kept', async () => { const database = await open(); … }) })
 */
export function eachDialect(
  name: string,
  promises: (open: OpenTestDatabase, dialect: DialectName) => void,
): void {
  for (const system of testSystems) {
    if (reachable.has(system)) describeOn(system, name, promises);
    else if (required.includes(system.name)) failWithout(system, name);
  }
}

function describeOn(
  system: TestSystem,
  name: string,
  promises: (open: OpenTestDatabase, dialect: DialectName) => void,
): void {
  describe(`${name} on ${system.name}`, () => {
    const opened: TestDatabase[] = [];
    afterAll(async () => {
      await Promise.all(opened.map((one) => one.remove()));
    });
    const open = async (): Promise<Database> => {
      const one = await createTestDatabase(system);
      opened.push(one);
      return one.database;
    };
    promises(open, system.dialect);
  });
}

function failWithout({ name: system }: TestSystem, name: string): void {
  test(`${name} on ${system}`, () => {
    expect(`${system} is not answering`).toBe(`${system} is there, as REQUIRE_DATABASES demands`);
  });
}

async function reachableSystems(): Promise<readonly TestSystem[]> {
  const answers = await Promise.all(testSystems.map(isReachable));
  const missing = testSystems.filter((_, index) => !answers[index]);
  if (missing.length > 0) {
    process.stderr.write(`Left out, not on this machine: ${missing.map(({ name }) => name).join(', ')}\n`);
  }
  return testSystems.filter((_, index) => answers[index]);
}
