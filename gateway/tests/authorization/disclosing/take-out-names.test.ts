import { describe, expect, test } from '@jest/globals';

import { takeOutNames } from '../../../src/authorization/disclosing/index.ts';
import { backReferenceName, identifyingNames } from '../../../src/authorization/pruning/index.ts';

const { id } = identifyingNames;

function taken(text: string) {
  const { body, ...named } = takeOutNames(Buffer.from(text));
  return { text: body.toString(), ...named };
}

describe('an answer from which names are taken', () => {
  test.each([1, 2, 3, 4])('is JSON, wherever %i names stand', (count) => {
    for (let before = 0; before <= count; before += 1) {
      const names = Array.from({ length: count }, (_, index) => `"${id}${index + 1}":"R"`);
      const fields = [...names.slice(0, before), '"age":3', ...names.slice(before)];
      const { text, found } = taken(`{"data":{"resident":{${fields.join(',')}}}}`);
      expect(text).toBe('{"data":{"resident":{"age":3}}}');
      expect(found).toHaveLength(count);
    }
  });

  test('keeps texts that look like names', () => {
    const data = { list: ['a', `${id}1`, `${id}1":"R"`], text: `a","${id}1":"R` };
    const text = JSON.stringify({ data });
    expect(taken(text)).toEqual({ text, found: [], hasUnnamed: false });
  });

  test('says that a record did not tell whose it is', () => {
    const told = taken(`{"data":{"case":{"title":"t","${backReferenceName}1":null}}}`);
    expect(told).toEqual({ text: '{"data":{"case":{"title":"t"}}}', found: [], hasUnnamed: true });
  });
});
