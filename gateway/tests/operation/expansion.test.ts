import { describe, expect, test } from '@jest/globals';
import { array, assert, integer, letrec, oneof, property, record, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { SelectionSetNode } from 'graphql';
import { parse, visit } from 'graphql';

import { createDocumentCache } from '../../src/operation/index.ts';
import type { OperationLimits } from '../../src/operation/index.ts';
import { operationSize } from '../../src/operation/operation-size.ts';

/** A piece of a selection set; `level` says which fragments it may spread: later ones only. */
type Piece = (level: number, expand: boolean) => string;

type Fragments = readonly (readonly Piece[])[];

const heads = ['a', 'x: a', 'a(x: 1)', 'a(x: [1, { y: 2 }])', 'a @skip(if: true)', 'x: a(x: [[]]) @b @c'];

/** Selections of four levels at most, with spreads that a document's own fragments stand for. */
function pieces(fragments: () => Fragments): Arbitrary<readonly Piece[]> {
  const { set } = letrec<{ piece: Piece; set: readonly Piece[] }>((tie) => ({
    piece: oneof(
      { maxDepth: 3 },
      integer({ min: 0, max: heads.length - 1 }).map(
        (index): Piece =>
          () =>
            heads[index] ?? 'a',
      ),
      integer({ min: 1, max: 4 }).map((step): Piece => spread(fragments, step)),
      tie('set').map(
        (inner): Piece =>
          (level, expand) =>
            `... ${printed(inner, level, expand)}`,
      ),
      tie('set').map(
        (inner): Piece =>
          (level, expand) =>
            `x: a @b ${printed(inner, level, expand)}`,
      ),
    ),
    set: array(tie('piece'), { minLength: 1, maxLength: 4 }),
  }));
  return set;
}

function printed(set: readonly Piece[], level: number, expand: boolean): string {
  return `{ ${set.map((piece) => piece(level, expand)).join(' ')} }`;
}

function spread(fragments: () => Fragments, step: number): Piece {
  return (level, expand) => {
    const target = level + step;
    const set = fragments()[target];
    if (set === undefined) return 'a';
    return expand ? `... @d ${printed(set, target, true)}` : `...f${target} @d`;
  };
}

interface Pair {
  readonly written: string;
  readonly expanded: string;
}

/** A document with five fragments, and the same with every fragment written out where it is spread. */
const pairs: Arbitrary<Pair> = (() => {
  let current: Fragments = [];
  const set = pieces(() => current);
  return tuple(set, array(set, { minLength: 5, maxLength: 5 })).map(([root, fragments]) => {
    current = fragments;
    const bodies = fragments.map((inner, level) => printed(inner, level, false));
    const operation = printed(root, -1, false);
    const used = usedFragments(operation, bodies);
    const definitions = used.map((level) => `fragment f${level} on Q ${bodies[level]}`);
    return { written: [operation, ...definitions].join(' '), expanded: printed(root, -1, true) };
  });
})();

/** Fragments that nothing spreads have no place in an expanded document. */
function usedFragments(text: string, bodies: readonly string[]): readonly number[] {
  const used = new Set<number>();
  const follow = (part: string): void => {
    for (const [, level] of part.matchAll(/\.\.\.f(\d+)/g)) {
      if (used.has(Number(level))) continue;
      used.add(Number(level));
      follow(bodies[Number(level)] ?? '');
    }
  };
  follow(text);
  return [...used];
}

const unlimited = { maximumBytes: 1e9, maximumTokens: 1e9, maximumDefinitions: 100, maximumVariables: 100 };

const someLimits: Arbitrary<OperationLimits> = record({
  maximumDepth: integer({ min: 1, max: 8 }),
  maximumAliases: integer({ min: 0, max: 40 }),
  maximumRootFields: integer({ min: 1, max: 40 }),
  maximumSelections: integer({ min: 1, max: 300 }),
  maximumComparisons: integer({ min: 1, max: 1000 }),
  maximumDirectives: integer({ min: 0, max: 60 }),
  maximumValues: integer({ min: 0, max: 60 }),
  maximumNesting: integer({ min: 1, max: 16 }),
}).map((limits) => ({ ...unlimited, ...limits }));

function outcome(source: string, limits: OperationLimits): string {
  const decision = createDocumentCache(limits, 1_000_000).parse(source);
  return decision.kind === 'parsed' ? 'parsed' : decision.failure.message;
}

describe('a document and the same with its fragments expanded', () => {
  test('are within the same limits, or beyond the same one', () => {
    assert(
      property(pairs, someLimits, ({ written, expanded }, limits) => {
        expect(outcome(written, limits)).toBe(outcome(expanded, limits));
      }),
      { numRuns: 1000 },
    );
  });

  test('have the same size in every measure but the number of definitions', () => {
    assert(
      property(pairs, ({ written, expanded }) => {
        const [left, right] = [written, expanded].map((source) => operationSize(parse(source)));
        expect({ ...left, definitions: 1 }).toEqual(right);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([5, 30, 300])('%i fragments that double are measured by looking at each node once', (levels) => {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment f${level} on Q { ...f${level + 1} ...f${level + 1} }`,
  );
  const source = `{ ...f0 } ${fragments.join(' ')} fragment f${levels} on Q { a }`;
  let looks = 0;
  const counted = visit(parse(source), {
    SelectionSet: (node) => countingLooks(node, () => (looks += 1)),
  });
  looks = 0;
  operationSize(counted);
  expect(looks).toBe(levels + 2);
});

function countingLooks(node: SelectionSetNode, look: () => void): SelectionSetNode {
  const { selections } = node;
  return Object.defineProperty({ ...node }, 'selections', {
    get: () => {
      look();
      return selections;
    },
  });
}
