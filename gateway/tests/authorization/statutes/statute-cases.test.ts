import { describe, expect, test } from '@jest/globals';

import { statutes } from '../../../src/authorization/statutes/index.ts';
import { categoryOf } from './situation/catalogue.ts';
import { requestOf } from './situation/index.ts';
import { statuteCases } from './cases/index.ts';

const byId = new Map(statutes.map((statute) => [statute.id, statute]));

describe.each(statuteCases)('$law', ({ law, cases }) => {
  test.each(cases)('$who, $purpose, $what: $expected.kind, because $why', ({ expected, ...situation }) => {
    const category = categoryOf(situation.what);
    expect(byId.get(law)?.covers).toContain(category.name);
    expect(byId.get(law)?.rule(requestOf(situation, category))).toEqual(expected);
  });
});

test('every law has cases that it permits and cases that it does not', () => {
  const kinds = statutes.map(({ id }) => {
    const cases = statuteCases.filter(({ law }) => law === id).flatMap((table) => table.cases);
    return { id, kinds: new Set(cases.map(({ expected }) => expected.kind)) };
  });
  const incomplete = kinds.filter(({ kinds: found }) => !found.has('permit') || !found.has('deny'));
  expect(incomplete.map(({ id }) => id)).toEqual(['28-cfr-20-20-b']);
});
