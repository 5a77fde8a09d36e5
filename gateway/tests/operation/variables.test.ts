import { describe, expect, test } from '@jest/globals';
import type { OperationDefinitionNode } from 'graphql';
import { buildSchema, parse } from 'graphql';

import type { CoerceDecision } from '../../src/operation/index.ts';
import { coerceVariables, selectOperation } from '../../src/operation/index.ts';

const schema = buildSchema(`
  type Query { find(by: Search, id: ID, year: Int, kind: Kind): String }
  input Search { ssn: String!, year: Int, inner: [Search!] }
  enum Kind { SHELTER }
`);

function coerce(declared: string, inputs: Record<string, unknown>): CoerceDecision {
  const [operation] = parse(`query (${declared}) { find }`).definitions;
  return coerceVariables(schema, operation as OperationDefinitionNode, inputs);
}

function messages(decision: CoerceDecision): readonly string[] {
  return decision.kind === 'coerced'
    ? []
    : decision.failures.map(({ code, message }) => `${code}: ${message}`);
}

function deep(levels: number): object {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = { ssn: '1', inner: value };
  return value;
}

describe('variables', () => {
  test('get the defaults of the operation', () => {
    expect(coerce('$year: Int = 1, $id: ID', {})).toEqual({ kind: 'coerced', variables: { year: 1 } });
  });

  test('that the operation does not declare are left out', () => {
    expect(coerce('$year: Int', { year: 1, ssn: '123-45-6789' })).toEqual({
      kind: 'coerced',
      variables: { year: 1 },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['$id: ID!', {}, 'Variable "$id" of type "ID!" is required and was not given.'],
    ['$id: ID!', { id: null }, 'Variable "$id" of type "ID!" has a wrong value at "id".'],
    [
      '$by: Search',
      { by: { ssn: '1', inner: [{ ssn: 5 }] } },
      'Variable "$by" of type "Search" has a wrong value at "by.inner.0.ssn".',
    ],
  ])('%s given %j are refused with the place', (declared, inputs, message) => {
    expect(messages(coerce(declared, inputs))).toEqual([`BAD_USER_INPUT: ${message}`]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['$year: Int', { year: '123-45-6789' }],
    ['$by: Search', { by: '123-45-6789' }],
    ['$by: Search', { by: { ssn: ['123-45-6789'] } }],
    ['$by: Search', { by: { ssn: '1', '123-45-6789': 1 } }],
    ['$kind: Kind', { kind: '123-45-6789' }],
    ['$kind: Kind', { kind: 'SHELTERR' }],
    ['$id: ID', { id: { value: '123-45-6789' } }],
  ])('%s given %j are refused without repeating the value', (declared, inputs) => {
    const found = messages(coerce(declared, inputs));
    expect(found).not.toHaveLength(0);
    expect(found.join()).not.toMatch(/123-45-6789|SHELTERR|Did you mean/);
  });

  test.each([
    ['$by: Search', { by: deep(10_000) }],
    ['$id: ID', { id: 'r1', unknown: deep(10_000) }],
  ])('%s that nest without end are refused before anything walks them', (declared, inputs) => {
    expect(messages(coerce(declared, inputs))).toEqual([
      'BAD_USER_INPUT: Variables nest deeper than 64 levels.',
    ]);
  });

  test('with names of Object.prototype are harmless', () => {
    const inputs = JSON.parse('{"__proto__": {"ssn": "1"}, "constructor": 1}') as Record<string, unknown>;
    expect(coerce('$year: Int', inputs)).toEqual({ kind: 'coerced', variables: {} });
    expect(messages(coerce('$toString: ID!', {}))).toHaveLength(1);
  });
});

describe('the operation', () => {
  const two = parse('query A { find } query B { find }');

  test('is the one that is named', () => {
    expect(selectOperation(two, 'B')).toMatchObject({
      kind: 'selected',
      operation: { name: { value: 'B' } },
    });
  });

  test('is the only one, if none is named', () => {
    expect(selectOperation(parse('{ find }'), null).kind).toBe('selected');
  });

  test.each([
    [two, null],
    [two, 'C'],
    [parse('{ find }'), 'A'],
    [parse('fragment f on Query { find }'), null],
  ])('is refused if it cannot be told (%#)', (document, name) => {
    expect(selectOperation(document, name)).toMatchObject({
      failure: { code: 'OPERATION_RESOLUTION_FAILURE' },
    });
  });
});
