import type {
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql';
import { coerceInputValue, isNonNullType, print } from 'graphql';

import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import type { DeclaredVariable } from './declared-variables.ts';
import { declaredVariables } from './declared-variables.ts';

/** Variables as the operation declares them, or what is wrong with them. */
export type CoerceDecision =
  | { readonly kind: 'coerced'; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly failures: readonly Failure[] };

type Inputs = Readonly<Record<string, unknown>>;

const maximumErrors = 20;

/** Deeper than any input type of a schema; what is deeper exhausts the stack of whoever walks it. */
const maximumDepth = 64;

/**
 * CoerceVariableValues() of the specification. graphql-js quotes the values in its messages; here a value
 * can be a social security number, and answers get logged by clients. So its messages are not used: what
 * is wrong is said in terms of the variable, the place within it, and its type.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Inputs,
): CoerceDecision {
  if (nestsDeeper(inputs, maximumDepth)) return { kind: 'refused', failures: [tooDeep()] };
  const declared = declaredVariables(schema, operation);
  const variables = coerced(declared, inputs);
  if (variables !== null) return { kind: 'coerced', variables };
  const explained = declared.flatMap((variable) => explain(variable, inputs));
  const failures = explained.length > 0 ? explained : [failure('BAD_USER_INPUT')];
  return { kind: 'refused', failures: failures.slice(0, maximumErrors) };
}

const wrong = new Error('A value is wrong.');

/** The variables by their names, or null if one of them is wrong. */
function coerced(declared: readonly DeclaredVariable[], inputs: Inputs): Record<string, unknown> | null {
  const variables = Object.create(null) as Record<string, unknown>;
  try {
    for (const { name, type, fallback } of declared) {
      if (type === undefined) return null;
      if (Object.hasOwn(inputs, name)) variables[name] = coerceInputValue(inputs[name], type, refuse);
      else if (fallback !== null) variables[name] = fallback.value;
      else if (isNonNullType(type)) return null;
    }
    return variables;
  } catch (thrown) {
    if (thrown !== wrong) throw thrown;
    return null;
  }
}

function refuse(): never {
  throw wrong;
}

function explain({ name, type, fallback, definition }: DeclaredVariable, inputs: Inputs): Failure[] {
  if (type === undefined) return [];
  if (!Object.hasOwn(inputs, name)) {
    const isMissing = isNonNullType(type) && fallback === null;
    return isMissing ? [refusal(definition, 'is required and was not given')] : [];
  }
  const places = wrongPlaces(inputs[name], type);
  return places.map((path) => refusal(definition, `has a wrong value at "${[name, ...path].join('.')}"`));
}

type Place = readonly (string | number)[];

/** The first places at which a value is wrong; a long list of wrong ones isn't looked at to its end. */
function wrongPlaces(value: unknown, type: GraphQLInputType): readonly Place[] {
  const places: Place[] = [];
  const enough = new Error('There are enough places.');
  try {
    coerceInputValue(value, type, (path) => {
      places.push(path);
      if (places.length === maximumErrors) throw enough;
    });
  } catch (thrown) {
    if (thrown !== enough) throw thrown;
  }
  return places;
}

function refusal(definition: VariableDefinitionNode, what: string): Failure {
  const variable = `Variable "$${definition.variable.name.value}" of type "${print(definition.type)}"`;
  const { loc } = definition;
  const start = loc?.startToken;
  return failure('BAD_USER_INPUT', {
    message: `${variable} ${what}.`,
    ...(start && { locations: [{ line: start.line, column: start.column }] }),
  });
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1));
}

function tooDeep(): Failure {
  return failure('BAD_USER_INPUT', { message: `Variables nest deeper than ${maximumDepth} levels.` });
}
