import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property } from 'fast-check';

import type { OperationLimits, ParseDecision } from '../../src/operation/index.ts';
import { createDocumentCache } from '../../src/operation/index.ts';

const usual: OperationLimits = {
  maximumBytes: 65_536,
  maximumTokens: 5000,
  maximumDepth: 24,
  maximumAliases: 200,
  maximumRootFields: 20,
  maximumSelections: 10_000,
  maximumComparisons: 50_000,
  maximumDirectives: 200,
  maximumValues: 2000,
  maximumNesting: 64,
  maximumVariables: 200,
  maximumDefinitions: 100,
};

function parse(source: string, limits: Partial<OperationLimits> = {}): ParseDecision {
  return createDocumentCache({ ...usual, ...limits }, 1_000_000).parse(source);
}

function outcome(decision: ParseDecision): string {
  return decision.kind === 'parsed' ? 'parsed' : `${decision.failure.code}: ${decision.failure.message}`;
}

/** Fragments that each spread the next one twice: 2^levels selections in a few bytes a level. */
function doubling(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} }`,
  );
  return `{ ...f0 } ${fragments.join(' ')} fragment f${levels} on Query { a }`;
}

describe('an operation at its limit passes, and one beyond is refused', () => {
  test.each<[keyof OperationLimits, number, string, string, string]>([
    ['maximumBytes', 8, '{ aaaa }', '{ aaaaé }', '8 bytes'],
    ['maximumTokens', 5, '{ a b }', '{ a b c d }', '5 tokens'],
    ['maximumDepth', 2, '{ a { b } }', '{ a { b { c } } }', '2 levels of fields'],
    [
      'maximumDepth',
      2,
      '{ ...f } fragment f on Q { a { b } }',
      '{ a { ...f } } fragment f on Q { b { c } }',
      '2 levels of fields',
    ],
    ['maximumAliases', 1, '{ x: a b }', '{ x: a y: b }', '1 aliases'],
    [
      'maximumAliases',
      2,
      '{ ...f a { ...f } } fragment f on Q { x: b }',
      '{ ...f a { ...f b { ...f } } } fragment f on Q { x: b }',
      '2 aliases',
    ],
    ['maximumRootFields', 2, '{ a b }', '{ a b c }', '2 fields at its root'],
    [
      'maximumRootFields',
      2,
      '{ ...f } fragment f on Q { a b }',
      '{ ...f ... { c } } fragment f on Q { a b }',
      '2 fields at its root',
    ],
    ['maximumSelections', 4, '{ a { b c d } }', '{ a { b c d e } }', '4 selections'],
    [
      'maximumSelections',
      4,
      '{ ...f ...f } fragment f on Q { a }',
      '{ ...f ...f ...f } fragment f on Q { a }',
      '4 selections',
    ],
    ['maximumDirectives', 1, '{ a @x }', '{ a @x @x }', '1 directives'],
    ['maximumDirectives', 1, 'query ($v: I @x) { a }', 'query ($v: I @x) @x { a }', '1 directives'],
    [
      'maximumDirectives',
      1,
      '{ ...f } fragment f on Q @x { a }',
      '{ ...f } fragment f on Q @x @x { a }',
      '1 directives',
    ],
    ['maximumValues', 3, '{ a(x: [1, 2]) }', '{ a(x: [1, 2, 3]) }', '3 values'],
    ['maximumValues', 2, '{ a(x: { y: 1 }) }', '{ a(x: { y: 1, z: 2 }) }', '2 values'],
    ['maximumValues', 2, 'query ($v: I = [1]) { a }', 'query ($v: I = [1]) { a @x(y: 1) }', '2 values'],
    [
      'maximumValues',
      2,
      '{ ...f ...f } fragment f on Q { a(x: 1) }',
      '{ ...f ...f ...f } fragment f on Q { a(x: 1) }',
      '2 values',
    ],
    ['maximumNesting', 2, '{ ... { a } }', '{ ... { ... { a } } }', '2 levels of nesting'],
    [
      'maximumNesting',
      2,
      '{ ...f } fragment f on Q { a }',
      '{ ...f } fragment f on Q { a { b } }',
      '2 levels of nesting',
    ],
    ['maximumNesting', 2, '{ a(x: [1]) }', '{ a(x: [[1]]) }', '2 levels of nesting'],
    ['maximumNesting', 2, 'query ($v: [[I]]) { a }', 'query ($v: [[[I!]!]!]) { a }', '2 levels of nesting'],
    ['maximumVariables', 1, 'query ($v: I) { a }', 'query ($v: I, $w: I) { a }', '1 variables'],
    [
      'maximumDefinitions',
      2,
      '{ a } fragment f on Q { a }',
      'query A { a } query B { a } { a }',
      '2 definitions',
    ],
  ])('%s %i', (limit, maximum, within, beyond, text) => {
    expect(outcome(parse(within, { [limit]: maximum }))).toBe('parsed');
    expect(outcome(parse(beyond, { [limit]: maximum }))).toBe(
      `OPERATION_LIMIT_EXCEEDED: The operation has more than ${text}.`,
    );
  });
});

describe('what would be expensive to validate or to plan is refused unexpanded', () => {
  test('a kilobyte of nested fragments', () => {
    const bomb = doubling(30);
    expect(bomb.length).toBeLessThan(1500);
    expect(outcome(parse(bomb))).toBe(
      'OPERATION_LIMIT_EXCEEDED: The operation has more than 10000 selections.',
    );
  });

  test('in a fragment that no operation uses', () => {
    expect(outcome(parse(doubling(30).replace('{ ...f0 }', '{ a }')))).toContain('10000 selections');
  });

  test('fragments that spread themselves come to an end', () => {
    expect(
      outcome(parse('{ ...a } fragment a on Q { x { ...b ...b } } fragment b on Q { x { ...a ...a } }')),
    ).toBe('parsed');
    expect(outcome(parse('{ ...a } fragment a on Q { ...a }'))).toBe('parsed');
  });

  test.each([
    ['selection sets', `${'{a'.repeat(6000)}${'}'.repeat(6000)}`],
    ['lists', `query ($x: ${'['.repeat(9000)}Int${']'.repeat(9000)}) { a }`],
    ['values', `{ a(x: ${'['.repeat(9000)}${']'.repeat(9000)}) }`],
  ])('%s nested beyond the stack', (_, source) => {
    expect(outcome(parse(source, { maximumTokens: 20_000 }))).toMatch(/^OPERATION_LIMIT_EXCEEDED/);
  });
});

test('a syntax error says where it is', () => {
  const decision = parse('{ a\n  ( }');
  expect(decision).toMatchObject({
    kind: 'refused',
    failure: { code: 'GRAPHQL_PARSE_FAILED', locations: [{ line: 2, column: 5 }] },
  });
});

test('every text gets a decision', () => {
  const pieces = constantFrom(
    '{',
    '}',
    'a',
    '...',
    'on',
    'fragment',
    '(',
    ')',
    ':',
    '$',
    '"',
    '\\',
    '@',
    '[',
    ']',
    '1',
    'é',
    '\u0000',
  );
  assert(
    property(array(pieces, { maxLength: 60 }), (tokens) => {
      expect(['parsed', 'refused']).toContain(parse(tokens.join(' ')).kind);
    }),
  );
});

/** A document of about fifty bytes. */
function long(name: string): string {
  return `{ ${name} } # ${'-'.repeat(42)}`;
}

describe('the document cache', () => {
  test('gives the same document for the same text', () => {
    const cache = createDocumentCache(usual, 1000);
    expect(cache.parse('{ a }')).toEqual(cache.parse('{ a }'));
    const [first, second] = [cache.parse('{ a }'), cache.parse('{ a }')];
    expect(first.kind === 'parsed' && second.kind === 'parsed' && first.parsed === second.parsed).toBe(true);
  });

  test('forgets the least recently used when its bytes are full', () => {
    const cache = createDocumentCache(usual, 90);
    const first = cache.parse(long('a'));
    cache.parse(long('b'));
    const again = cache.parse(long('a'));
    expect(first.kind === 'parsed' && again.kind === 'parsed' && first.parsed !== again.parsed).toBe(true);
  });

  test('counts a document of short fields for the memory that its tree takes', () => {
    const cache = createDocumentCache(usual, 100);
    const source = '{ a { b c d e f } }';
    const [first, second] = [cache.parse(source), cache.parse(source)];
    expect(first.kind === 'parsed' && second.kind === 'parsed' && first.parsed !== second.parsed).toBe(true);
  });

  test('tells documents apart by an id of their text', () => {
    const ids = ['{ a }', '{ b }'].map((source) => {
      const decision = parse(source);
      return decision.kind === 'parsed' ? decision.parsed.id : '';
    });
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('fields that repeat one another', () => {
  const beyond = 'OPERATION_LIMIT_EXCEEDED: The operation repeats too many fields.';

  test.each([
    // Each selection counts one; two fields of one name are compared once, three thrice.
    ['{ a a a }', 6],
    ['{ x: a x: b y: a }', 4],
    ['{ a { b } a { b } }', 6],
    ['{ a { b } ... { a { b } } }', 7],
    ['{ a { b } ...f } fragment f on Query { a { b } }', 7],
    ['{ a } fragment f on Query { b b }', 4],
    ['{ a } query B { a a }', 4],
  ])('%s takes %i comparisons', (source, comparisons) => {
    expect(outcome(parse(source, { maximumComparisons: comparisons }))).toBe('parsed');
    expect(outcome(parse(source, { maximumComparisons: comparisons - 1 }))).toBe(beyond);
  });

  test('are found before anybody compares them, also in fragments that spread one another', () => {
    const all = Array.from({ length: 12 }, (_, index) => `...f${index} ...f${index}`).join(' ');
    const fragments = Array.from({ length: 12 }, (_, index) => `fragment f${index} on Query { a ${all} }`);
    const most = Number.MAX_SAFE_INTEGER;
    const limits = { maximumSelections: most, maximumRootFields: most };
    expect(outcome(parse(`{ ...f0 } ${fragments.join(' ')}`, limits))).toBe(beyond);
  });
});
