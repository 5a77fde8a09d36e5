import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { NoSchemaIntrospectionCustomRule, specifiedRules, validate } from 'graphql';

import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import { figures } from '../telemetry/index.ts';

/** Whether a document fits the schema. */
type ValidateDecision =
  { readonly kind: 'valid' } | { readonly kind: 'refused'; readonly failures: readonly Failure[] };

/** Validates documents against one schema; remembers each decision as long as its document is kept. */
export interface Validator {
  readonly validate: (document: DocumentNode) => ValidateDecision;
}

const maximumErrors = 20;

/**
 * A validator for one supergraph. Without introspection the schema can't be asked for, and messages don't
 * suggest names of it either.
 */
export function createValidator(
  schema: GraphQLSchema,
  { introspection }: { readonly introspection: boolean },
): Validator {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const options = { maxErrors: maximumErrors, hideSuggestions: !introspection };
  const known = new WeakMap<DocumentNode, ValidateDecision>();
  const decide = (document: DocumentNode): ValidateDecision => {
    const decision = decisionOf(validate(schema, document, rules, options));
    known.set(document, decision);
    return decision;
  };
  return {
    validate: (document) => {
      const decision = known.get(document);
      figures.caches.validatedDocuments.count(decision !== undefined);
      return decision ?? decide(document);
    },
  };
}

function decisionOf(errors: readonly GraphQLError[]): ValidateDecision {
  return errors.length === 0
    ? { kind: 'valid' }
    : { kind: 'refused', failures: errors.map(validationFailure) };
}

/** graphql-js gives up, with this message, on documents whose fields take too many comparisons. */
const givenUp = 'Validation aborted.';

function validationFailure({ message, locations }: GraphQLError): Failure {
  if (message === givenUp)
    return failure('OPERATION_LIMIT_EXCEEDED', { message: 'The operation repeats too many fields.' });
  return failure('GRAPHQL_VALIDATION_FAILED', { message, locations });
}
