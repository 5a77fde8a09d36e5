import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { cases, identity, withRules } from './rules-folder.ts';
import { runWords } from './run-words.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

function simulated(...words: readonly string[]) {
  return withRules([identity, cases], (rules) => runWords('simulate', ...words, ...rules));
}

describe('simulate', () => {
  test('field says who could see it', async () => {
    const { code, data } = await simulated('field', 'Resident.benefits');
    expect(code).toBe(0);
    expect(data).toBe('housing-caseworker@housing  depends on the resident: COC');
    expect((await simulated('field', 'Query.resident')).data).toBe(
      'housing-caseworker@housing  sees it: COC, TREAT',
    );
    expect((await simulated('field', 'Resident.appointments')).data).toBe('Nobody, for no purpose.');
  });

  test('field fails for a field that is not there', async () => {
    expect(await simulated('field', 'Resident.shoes')).toMatchObject({ code: 1, data: '' });
  });

  test('role says what it can see, and for one purpose what it cannot', async () => {
    expect((await simulated('role', 'housing-caseworker@housing')).data.split('\n')).toEqual([
      'identity  sees it: COC, TREAT',
      'benefit-case  depends on the resident: COC',
    ]);
    expect(
      (await simulated('role', 'housing-caseworker@housing', '--purpose', 'TREAT')).data.split('\n'),
    ).toEqual([
      'identity  sees it: TREAT',
      'household  does not see it (AGREEMENT, 45 CFR 164.514(d)): TREAT',
      'benefit-case  does not see it (PURPOSE, Cases for housing): TREAT',
      'treatment  does not see it (AGREEMENT, 42 CFR 2.31): TREAT',
    ]);
  });

  test('difference says what another folder would change, for machines too', async () => {
    const outcomes = await withRules([identity, cases], (rules) =>
      withRules([cases], (_, other) =>
        Promise.all([
          runWords('simulate', 'difference', other, ...rules),
          runWords('simulate', 'difference', other, ...rules, '--json'),
        ]),
      ),
    );
    expect(outcomes[0].data).toBe(
      'identity  housing-caseworker@housing  sees it -> does not see it: COC, TREAT',
    );
    const { ok, changes } = JSON.parse(outcomes[1].data);
    expect(ok).toBe(true);
    expect(changes).toHaveLength(2);
    expect(changes[0]).toMatchObject({
      category: 'identity',
      purpose: 'COC',
      before: { kind: 'permit' },
      after: { kind: 'deny' },
    });
  });

  test('difference says so when there is none', async () => {
    const { data } = await withRules([identity, cases], (rules, same) =>
      runWords('simulate', 'difference', same, ...rules),
    );
    expect(data).toBe('Nothing changes for anybody.');
  });

  test('end names the registered operations that would lose fields, and for whom', async () => {
    const operations = [
      { id: 'page', body: 'query Page { resident(id: "1") { id benefits { cases { number } } } }' },
      { id: 'name', body: 'query Name { resident(id: "1") { id } }' },
    ];
    const { code, data } = await withRules([identity, cases], async (rules, folder) => {
      const manifest = join(folder, 'manifest.json');
      await writeFile(
        manifest,
        JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
      );
      return runWords('simulate', 'end', 'cases', '--trusted-documents', manifest, ...rules);
    });
    expect(code).toBe(0);
    expect(data.split('\n')).toEqual([
      'benefit-case  housing-caseworker@housing  depends on the resident -> does not see it: COC',
      '',
      'Page (page) loses:',
      '  resident.benefits  Resident.benefits',
      '  resident.benefits.cases  ResidentBenefits.cases',
      '  resident.benefits.cases.number  FoodCase.number',
      '  resident.benefits.cases.number  HealthCase.number',
      '  for: housing-caseworker@housing for COC',
    ]);
  });

  test('end fails for an agreement that is not there', async () => {
    const { code, messages } = await simulated('end', 'nonsense');
    expect(code).toBe(1);
    expect(messages).toContain('There is no agreement nonsense.');
  });

  test.each([[], ['role', 'nobody'], ['role', 'a@b@c'], ['frobnicate']])(
    'ends with 2 for %p',
    async (...words) => {
      expect((await runWords('simulate', ...words)).code).toBe(2);
    },
  );
});
