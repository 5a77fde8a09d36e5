import type { GraphQLLeafType } from 'graphql';
import { GraphQLEnumType } from 'graphql';

const maximumInteger = 2 ** 31 - 1;
const minimumInteger = -(2 ** 31);

/** https://spec.graphql.org/October2021/#sec-Scalars; an agency may write an ID as an integer. */
const builtIn: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['String', (value: unknown) => typeof value === 'string'],
  ['Boolean', (value: unknown) => typeof value === 'boolean'],
  ['Int', isInteger],
  ['Float', Number.isFinite],
  ['ID', (value: unknown) => typeof value === 'string' || Number.isSafeInteger(value)],
]);

/** The test of an answer's values at a scalar or an enum; a scalar that isn't GraphQL's own may be any JSON. */
export function isLeafOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (type instanceof GraphQLEnumType) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => values.has(value);
  }
  return builtIn.get(type.name) ?? (() => true);
}

function isInteger(value: unknown): boolean {
  const isWhole = typeof value === 'number' && Number.isInteger(value);
  return isWhole && value <= maximumInteger && value >= minimumInteger;
}
