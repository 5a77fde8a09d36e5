import { GraphQLEnumType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';

/**
 * Whether a value can stand where a scalar or an enum is declared. A scalar that isn't GraphQL's own may be
 * any JSON: an agency labels it as a whole.
 */
export function isLeafValue(type: GraphQLLeafType, value: unknown): boolean {
  if (type instanceof GraphQLEnumType) return typeof value === 'string' && type.getValue(value) !== undefined;
  return builtIn.get(type.name)?.(value) ?? true;
}

/** https://spec.graphql.org/October2021/#sec-Scalars; an ID may be written as an integer. */
const builtIn: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['String', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Int', Number.isInteger],
  ['Float', Number.isFinite],
  ['ID', (value) => typeof value === 'string' || Number.isInteger(value)],
]);
