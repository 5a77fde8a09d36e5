import { GraphQLError, Kind, isListType, isNonNullType, parse, typeFromAST, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import { subgraphError } from '../errors/index.ts';
import type { ErrorCode } from '../errors/index.ts';
import { documentExcess } from '../limits/index.ts';

/** A document that fits the schema. */
export interface ValidDocument {
  readonly document: DocumentNode;
  /** Its variables that hold representations. */
  readonly representationVariables: readonly string[];
}

/** A document that may be executed, or why it may not. */
type Preparation =
  | { readonly kind: 'valid'; readonly valid: ValidDocument }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] };

export interface DocumentCache {
  prepare(query: string): Preparation;
}

const mostTokens = 20_000;
const mostErrors = 20;

/** Of all documents that are kept; parsed they take some hundred times as much. */
const mostCharacters = 2_000_000;

/** Parses and validates each document once; a gateway sends few different ones. */
export function documentCache(schema: GraphQLSchema, size = 500): DocumentCache {
  const cache = new LRUCache<string, Preparation>({
    max: size,
    maxSize: mostCharacters,
    sizeCalculation: (_preparation, query) => query.length,
  });
  return {
    prepare(query) {
      const known = cache.get(query);
      if (known !== undefined) return known;
      const preparation = prepare(schema, query);
      if (preparation.kind === 'valid') cache.set(query, preparation);
      return preparation;
    },
  };
}

function prepare(schema: GraphQLSchema, query: string): Preparation {
  const document = parseQuery(query);
  if (document instanceof GraphQLError) return { kind: 'refused', errors: [document] };
  const errors = validate(schema, document, undefined, { maxErrors: mostErrors });
  if (errors.length > 0)
    return { kind: 'refused', errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };
  return {
    kind: 'valid',
    valid: { document, representationVariables: representationVariables(schema, document) },
  };
}

function parseQuery(query: string): DocumentNode | GraphQLError {
  try {
    const document = parse(query, { maxTokens: mostTokens });
    return documentExcess(document) ?? document;
  } catch (error) {
    if (error instanceof GraphQLError) return withCode(error, 'GRAPHQL_PARSE_FAILED');
    // Neither the parser nor the measure reaches the bottom of some documents before the stack ends.
    if (error instanceof RangeError) return subgraphError('OPERATION_LIMIT_EXCEEDED');
    throw error;
  }
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: ErrorCode): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
}

function representationVariables(schema: GraphQLSchema, document: DocumentNode): string[] {
  const definitions = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : [],
  );
  return definitions
    .filter(({ type }) => {
      const input = typeFromAST(schema, type as never) as unknown;
      const list = isNonNullType(input) ? input.ofType : input;
      return isListType(list) && String(list.ofType) === '_Any!';
    })
    .map(({ variable }) => variable.name.value);
}
