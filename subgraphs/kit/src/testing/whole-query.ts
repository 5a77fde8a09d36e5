import { getNamedType, isAbstractType, isCompositeType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

const pageSize = 5;
const deepest = 14;

/**
 * A query for every field that is reachable from Resident: all fields of all types, the first five entries of
 * each connection, down to references to other residents, of which only the id is asked. Where types refer to
 * each other in a circle it goes round once.
 */
export function wholeQuery(schema: GraphQLSchema): string {
  const resident = schema.getType('Resident');
  if (!isObjectType(resident)) throw new TypeError('The schema has no type Resident.');
  const selection = selectionOf(schema, resident, []);
  return `query Whole($representations: [_Any!]!) { _entities(representations: $representations) { ... on Resident ${selection} } }`;
}

function selectionOf(schema: GraphQLSchema, type: GraphQLCompositeType, path: readonly string[]): string {
  if (type.name === 'Resident' && path.length > 0) return '{ id }';
  if (path.includes(type.name) || path.length >= deepest) return '{ __typename }';
  const below = [...path, type.name];
  if (!isAbstractType(type)) return `{ ${fieldsOf(schema, type, below, '')} }`;
  const fragments = schema
    .getPossibleTypes(type)
    // Two types may have a field of one name and different types: an alias keeps them apart.
    .map(
      (possible) => `... on ${possible.name} { ${fieldsOf(schema, possible, below, `${possible.name}_`)} }`,
    );
  return `{ __typename ${fragments.join(' ')} }`;
}

function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  path: readonly string[],
  prefix: string,
): string {
  const fields = Object.values(type.getFields()).filter(isAskable);
  const selections = fields.map((field) => {
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? ` ${selectionOf(schema, named, path)}` : '';
    const alias = prefix === '' ? '' : `${prefix}${field.name}: `;
    return `${alias}${field.name}${valuesFor(field)}${below}`;
  });
  return selections.length === 0 ? '__typename' : selections.join(' ');
}

function isAskable(field: GraphQLField<unknown, unknown>): boolean {
  return (
    !field.name.startsWith('_') && !field.args.some((one) => one.name !== 'first' && isRequiredArgument(one))
  );
}

function valuesFor(field: GraphQLField<unknown, unknown>): string {
  return field.args.some(({ name }) => name === 'first') ? `(first: ${pageSize})` : '';
}
