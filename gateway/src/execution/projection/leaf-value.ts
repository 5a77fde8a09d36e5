import { GraphQLEnumType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';

type Leaf = string | number | boolean;

/**
 * Whether a value can stand where a scalar or an enum is declared. Scalars that are not GraphQL's own may
 * be text, numbers or booleans but not objects: an opaque object could carry anything past its label.
 */
export function isLeafValue(type: GraphQLLeafType, value: unknown): value is Leaf {
  if (type instanceof GraphQLEnumType) return typeof value === 'string' && type.getValue(value) !== undefined;
  return (builtIn.get(type.name) ?? isAnyLeaf)(value);
}

/** https://spec.graphql.org/October2021/#sec-Scalars; an ID may be written as an integer. */
const builtIn: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['String', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Int', Number.isInteger],
  ['Float', Number.isFinite],
  ['ID', (value) => typeof value === 'string' || Number.isInteger(value)],
]);

function isAnyLeaf(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
