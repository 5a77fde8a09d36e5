import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { cases, identity, withRules } from './rules-folder.ts';
import { runWords } from './run-words.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

const caseworker = [
  '--subject',
  'ann',
  '--agency',
  'housing',
  '--role',
  'housing-caseworker',
  '--purpose',
  'COC',
];
const page = '{ resident(id: "r1") { id benefits { monthlyAmount } appointments } }';

function explained(...words: readonly string[]) {
  return withRules([identity, cases], (rules) =>
    runWords('explain', page, ...rules, ...caseworker, ...words),
  );
}

describe('explain', () => {
  test('says of each field by what it is returned, withheld or on what it depends', async () => {
    const { code, data } = await explained();
    expect(code).toBe(0);
    expect(data.split('\n')).toEqual([
      'resident  Query.resident',
      '  returned: identity (1)',
      'resident.benefits  Resident.benefits',
      '  depends: Cases for housing',
      '  would be shown with: relationship caseload',
      'resident.benefits.monthlyAmount  ResidentBenefits.monthlyAmount',
      '  depends: Cases for housing',
      '  would be shown with: relationship caseload',
      'resident.appointments  Resident.appointments',
      '  withheld: AGREEMENT, 42 CFR 2.31, category treatment',
      '  only another agreement, another role or another law would change it',
    ]);
  });

  test('of a resident with nothing on file, says what is withheld and what would change it', async () => {
    const { data } = await explained('--resident', 'r1', '--json');
    const { ok, fields } = JSON.parse(data);
    expect(ok).toBe(true);
    expect(fields).toHaveLength(3);
    expect(fields[1]).toMatchObject({
      path: 'resident.benefits',
      outcome: 'withheld',
      decision: { reason: 'RELATIONSHIP', remedy: 'RECORD_RELATIONSHIP', agreement: 'cases' },
      changes: [[{ kind: 'relationship', value: 'caseload' }]],
    });
  });

  test('reads facts from a file', async () => {
    const { data } = await withRules([identity, cases], async (rules, folder) => {
      const facts = join(folder, 'facts.json');
      const relationships = [{ kind: 'caseload', subject: 'ann', agency: 'housing' }];
      await writeFile(facts, JSON.stringify({ relationships }));
      return runWords('explain', page, ...rules, ...caseworker, '--facts', facts);
    });
    expect(data).toContain('returned: cases (2(a))\n  obliges to: no-redisclosure');
  });

  test('reads facts from the governance database', async () => {
    const { code, data } = await withRules([identity, cases], (rules, folder) =>
      runWords(
        'explain',
        page,
        ...rules,
        ...caseworker,
        '--resident',
        'r1',
        '--governance-database',
        `sqlite:${join(folder, 'g.sqlite')}`,
      ),
    );
    expect(code).toBe(0);
    expect(data).toContain('withheld: RELATIONSHIP, Cases for housing');
  });

  test('takes the caller as JSON, and flags before it', async () => {
    const caller = JSON.stringify({ agency: 'housing', roles: ['cook'] });
    const outcome = (...words: readonly string[]) =>
      withRules([identity], (rules) =>
        runWords(
          'explain',
          '{ resident(id: "1") { id } }',
          ...rules,
          '--purpose',
          'COC',
          '--caller',
          caller,
          ...words,
        ),
      );
    expect((await outcome()).data).toContain('withheld: ROLE');
    expect((await outcome('--role', 'housing-caseworker')).data).toContain('returned: identity (1)');
  });

  test.each<[string, readonly string[]]>([
    ['a purpose that nobody knows', [page, '--purpose', 'CURIOSITY']],
    ['a caller that is none', [page, '--caller', '{"roles":"many"}']],
    ['a caller that is not JSON', [page, '--caller', '{']],
    ['a time that is none', [page, '--at', 'noon']],
    ['no operation', []],
  ])('ends with 2 for %s', async (_, words) => {
    expect(await runWords('explain', ...words)).toMatchObject({ code: 2, data: '' });
  });

  test.each<[string, string]>([
    ['an operation that the graph does not answer', '{ nothing }'],
    ['an operation that is none', 'what is this'],
  ])('ends with 1 for %s', async (_, operation) => {
    const { code, messages } = await withRules([identity], (rules) =>
      runWords('explain', operation, ...rules),
    );
    expect(code).toBe(1);
    expect(messages).not.toBe('');
  });

  test('ends with 1 for agreements that are not in order, and says where and what to do', async () => {
    const broken = { ...identity, grants: [{ clause: '1', categories: ['nonsense'], purposes: ['COC'] }] };
    const { code, messages } = await withRules([broken], (rules) => runWords('explain', page, ...rules));
    expect(code).toBe(1);
    expect(messages).toMatch(/identity\.yaml:\d+ {2}AGREEMENT_INVALID/);
  });
});
