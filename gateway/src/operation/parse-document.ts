import type { DocumentNode } from 'graphql';
import { GraphQLError, parse } from 'graphql';

import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import { documentId } from './document-id.ts';
import { fieldComparisons } from './field-comparisons.ts';
import { limitFailure, tooMany } from './limit-failure.ts';
import type { OperationLimits } from './operation-limits.ts';
import { operationSize } from './operation-size.ts';

/** A document within the limits; not yet validated. */
export interface ParsedDocument {
  /** SHA-256 of the source text in hexadecimal. */
  readonly id: string;
  readonly document: DocumentNode;
}

/** A document that may go on, or why not. */
export type ParseDecision =
  | { readonly kind: 'parsed'; readonly parsed: ParsedDocument }
  | { readonly kind: 'refused'; readonly failure: Failure };

/**
 * Parses a document, cheapest check first: bytes before tokens, tokens while parsing, and the rest on the
 * tree in linear time. So nobody gets a document validated that would be expensive to validate.
 */
export function parseDocument(source: string, limits: OperationLimits): ParseDecision {
  if (Buffer.byteLength(source) > limits.maximumBytes) return refused(tooMany('bytes', limits.maximumBytes));
  const document = parseWithin(source, limits);
  if (!('kind' in document)) return refused(document.refusal);
  return { kind: 'parsed', parsed: { id: documentId(source), document } };
}

function parseWithin(source: string, limits: OperationLimits): DocumentNode | { refusal: Failure } {
  try {
    const document = parse(source, { maxTokens: limits.maximumTokens });
    const passed = limitFailure(operationSize(document), limits) ?? comparisonFailure(document, limits);
    return passed ? { refusal: passed } : document;
  } catch (thrown) {
    if (!(thrown instanceof GraphQLError)) return { refusal: stackFailure(thrown) };
    return {
      refusal: isTokenLimit(thrown) ? tooMany('tokens', limits.maximumTokens) : syntaxFailure(thrown),
    };
  }
}

/** Looked at last: only what is within the other limits is small enough to be walked with its fragments expanded. */
function comparisonFailure(document: DocumentNode, { maximumComparisons }: OperationLimits): Failure | null {
  const isWithin = fieldComparisons(document, maximumComparisons) <= maximumComparisons;
  return isWithin
    ? null
    : failure('OPERATION_LIMIT_EXCEEDED', { message: 'The operation repeats too many fields.' });
}

/** Parser and measure descend on the call stack; what exhausts it is deeper than any limit. */
function stackFailure(thrown: unknown): Failure {
  const isStack = thrown instanceof Error && thrown.name === 'RangeError';
  if (!isStack) return failure('INTERNAL_SERVER_ERROR', { cause: thrown });
  return failure('OPERATION_LIMIT_EXCEEDED', { message: 'The operation is nested too deeply.' });
}

/** graphql-js tells its token limit from a syntax error by the message only. */
function isTokenLimit(error: GraphQLError): boolean {
  return /contains more \w+ \d+ tokens/.test(error.message);
}

function syntaxFailure(error: GraphQLError): Failure {
  return failure('GRAPHQL_PARSE_FAILED', { message: error.message, locations: error.locations });
}

function refused(inner: Failure): ParseDecision {
  return { kind: 'refused', failure: inner };
}
