import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse } from 'graphql';

import { createDocumentCache, createValidator } from '../../src/operation/index.ts';

const schema = buildSchema(
  'type Query { resident: Query, greeting: String, colour: Colour, in(c: Colour): String } enum Colour { RED }',
);

function messages(source: string, introspection = true): readonly string[] {
  const decision = createValidator(schema, { introspection }).validate(parse(source));
  return decision.kind === 'valid' ? [] : decision.failures.map(({ code, message }) => `${code}: ${message}`);
}

describe('validation', () => {
  test('lets pass what fits the schema', () => {
    expect(messages('{ greeting }')).toEqual([]);
  });

  test('names what does not, and where', () => {
    const decision = createValidator(schema, { introspection: true }).validate(parse('{\n  greting\n}'));
    expect(decision).toMatchObject({
      failures: [
        {
          code: 'GRAPHQL_VALIDATION_FAILED',
          message: expect.stringContaining('Did you mean "greeting"?'),
          locations: [{ line: 2, column: 3 }],
        },
      ],
    });
  });

  test('gives up on documents that repeat fields without end, and says that it is a limit', () => {
    expect(messages(`{ ${'greeting '.repeat(4000)} }`)).toEqual([
      'OPERATION_LIMIT_EXCEEDED: The operation repeats too many fields.',
    ]);
  });

  test('stops after twenty errors', () => {
    const fields = Array.from({ length: 100 }, (_, index) => `x${index}`);
    expect(messages(`{ ${fields.join(' ')} }`).length).toBeLessThanOrEqual(21);
  });

  test('remembers its decision for a document', () => {
    const validator = createValidator(schema, { introspection: true });
    const document = parse('{ nothing }');
    expect(validator.validate(document)).toBe(validator.validate(document));
  });
});

describe('introspection', () => {
  test('is whole when it is on, within the usual limits', () => {
    const limits = {
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
    expect(createDocumentCache(limits, 1000).parse(getIntrospectionQuery()).kind).toBe('parsed');
    expect(messages(getIntrospectionQuery())).toEqual([]);
  });

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }'])(
    'is refused when it is off: %s',
    (source) => {
      expect(messages(source, false).join()).toContain('GRAPHQL_VALIDATION_FAILED');
    },
  );

  test('when it is off leaves __typename, which names nothing that was not asked for', () => {
    expect(messages('{ __typename }', false)).toEqual([]);
  });

  test.each(['{ greting }', '{ in(c: REDD) }', '{ in(d: RED) }', 'fragment a on Qery { greeting } { ...a }'])(
    'when it is off no message suggests a name: %s',
    (source) => {
      expect(messages(source, true).join()).toContain('Did you mean');
      expect(messages(source, false)).not.toHaveLength(0);
      expect(messages(source, false).join()).not.toContain('Did you mean');
    },
  );
});
