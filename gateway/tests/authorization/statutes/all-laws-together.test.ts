import { describe, expect, test } from '@jest/globals';

import { statutes } from '../../../src/authorization/statutes/index.ts';
import { casesOfAllLaws } from './cases/all-laws-together.ts';
import { categories, categoryOf } from './situation/catalogue.ts';
import { requestOf } from './situation/index.ts';
import type { Situation } from './situation/index.ts';

function denying(situation: Situation): readonly string[] {
  const request = requestOf(situation, categoryOf(situation.what));
  return statutes
    .filter(({ covers, rule }) => covers.includes(situation.what) && rule(request).kind !== 'permit')
    .map(({ id }) => id);
}

describe('all laws together', () => {
  test.each(casesOfAllLaws)(
    '$who, $purpose, $what: $expected, because $why',
    ({ expected, ...situation }) => {
      expect(denying(situation)).toEqual(expected === 'permit' ? [] : expected);
    },
  );
});

describe('the laws and the catalogue', () => {
  test('a law covers only categories that exist, each once', () => {
    const names = new Set(categories.map(({ name }) => name));
    const wrong = statutes.filter(
      ({ covers }) => covers.some((name) => !names.has(name)) || new Set(covers).size < covers.length,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('every category of an agency is covered by a law that speaks of what it contains', () => {
    const general = new Set(['5-usc-552a-o', '5-usc-552a-d', 'mgl-c-111-section-237']);
    const specific = statutes.filter(({ id }) => !general.has(id));
    const uncovered = categories
      .filter(({ agency }) => agency !== 'governance' && agency !== 'ledger')
      .filter(({ name }) => !specific.some(({ covers }) => covers.includes(name)));
    expect(uncovered.map(({ name }) => name)).toEqual([]);
  });

  test('a matching agreement is limited whatever it is about', () => {
    const matching = statutes.find(({ id }) => id === '5-usc-552a-o');
    expect(new Set(matching?.covers)).toEqual(new Set(categories.map(({ name }) => name)));
  });

  test('laws are told apart by id', () => {
    expect(new Set(statutes.map(({ id }) => id)).size).toBe(statutes.length);
  });
});
