import { join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import type { Changes } from '../authorization/agreements/agreement-files.ts';
import { threeAgenciesFile } from '../fixtures/three-agencies.ts';
import { cases, identity, withRules } from './rules-folder.ts';
import { runWords } from './run-words.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

const day = 24 * 60 * 60 * 1000;

function endingIn(days: number): Changes {
  const endsOn = new Date(Date.now() + days * day).toISOString().slice(0, 10);
  return { term: { startsOn: '2026-01-01', endsOn } };
}

/** Checks three agencies by agreements of these. */
async function check(agreements: readonly Changes[], ...words: readonly string[]) {
  const outcome = await withRules(agreements, (_, folder) => {
    const files = [
      '--categories',
      join(folder, 'categories.yaml'),
      '--committed',
      join(folder, 'none.graphql'),
    ];
    const where = ['--supergraph', threeAgenciesFile, '--agreements', folder, ...files];
    return runWords('check', ...where, '--json', ...words);
  });
  return { code: outcome.code, ...(JSON.parse(outcome.data) as { problems: object[]; hints: string[] }) };
}

describe('check', () => {
  test('tells which categories nobody may see, and fails nothing by it', async () => {
    const { code, hints } = await check([identity, cases]);
    expect(code).toBe(0);
    expect(hints.filter((hint) => hint.includes('withheld from everybody'))).toEqual([
      'No agreement in force grants "household": its fields are withheld from everybody.',
      'No agreement in force grants "treatment": its fields are withheld from everybody.',
    ]);
  });

  test.each([
    [[], true],
    [['--expiring-within', '20'], false],
  ])('tells which agreements end soon: %j', async (words, isTold) => {
    const { hints } = await check([{ ...identity, ...endingIn(30) }], ...words);
    expect(hints.some((hint) => hint.startsWith('The agreement identity ends on '))).toBe(isTold);
  });

  test('fails for agreements that are not in order', async () => {
    const broken = { ...identity, grants: [{ clause: '1', categories: ['nonsense'], purposes: ['COC'] }] };
    const { code, problems } = await check([broken]);
    expect(code).toBe(1);
    expect(problems).toMatchObject([{ code: 'AGREEMENT_INVALID' }]);
  });

  test('ends with 2 for a number of days that is none', async () => {
    expect((await runWords('check', '--expiring-within', 'soon')).code).toBe(2);
  });
});
