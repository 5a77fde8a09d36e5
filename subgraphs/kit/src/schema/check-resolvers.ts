import { defaultFieldResolver, isEnumType, isObjectType, isScalarType, isSpecifiedScalarType } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';

import { ConfigurationError } from '../errors/index.ts';
import { referenceResolverOf } from './entities-resolver.ts';
import type { EntityKeys } from './entity-keys.ts';
import type { Resolvers } from './resolvers.ts';
import { scalars } from './scalars/index.ts';

const special = new Set(['__resolveReference', '__resolveType', '__isTypeOf']);

/** Proves that resolvers and schema fit each other, so that a mistake shows at start-up and not at a request. */
export function checkResolvers(schema: GraphQLSchema, keys: EntityKeys, resolvers: Resolvers<never>): void {
  for (const [typeName, entries] of Object.entries(resolvers)) checkNames(schema, typeName, entries);
  for (const typeName of keys.keys()) checkEntity(schema, typeName);
  for (const type of Object.values(schema.getTypeMap())) checkType(schema, type, resolvers);
}

function checkNames(schema: GraphQLSchema, typeName: string, entries: object): void {
  const type = schema.getType(typeName);
  if (type === undefined) {
    throw problem(
      `resolvers.${typeName}`,
      'the schema has no such type.',
      'Correct the name, or declare the type.',
    );
  }
  const known = isObjectType(type)
    ? Object.keys(type.getFields())
    : isEnumType(type)
      ? type.getValues().map(({ name }) => name)
      : Object.keys(entries);
  const strange = Object.keys(entries).find((name) => !special.has(name) && !known.includes(name));
  if (strange === undefined) return;
  throw problem(
    `resolvers.${typeName}.${strange}`,
    `the schema's ${typeName} has no ${isEnumType(type) ? 'value' : 'field'} of that name.`,
    'Correct the name, or declare it.',
  );
}

function checkEntity(schema: GraphQLSchema, typeName: string): void {
  const type = schema.getType(typeName);
  if (isObjectType(type) && referenceResolverOf(type) !== undefined) return;
  throw problem(
    typeName,
    'it has a @key but no reference resolver.',
    `Give resolvers.${typeName} a __resolveReference (for Resident: ...residentReference).`,
  );
}

function checkType(schema: GraphQLSchema, type: GraphQLNamedType, resolvers: Resolvers<never>): void {
  if (isScalarType(type) && isOfAgency(type) && !(type.name in scalars) && !(type.name in resolvers)) {
    throw problem(
      type.name,
      'nothing says how this scalar is read and written.',
      `Give resolvers.${type.name}.`,
    );
  }
  if (isObjectType(type) && isOfAgency(type)) checkFields(type, type === schema.getQueryType());
}

function checkFields(type: GraphQLObjectType, isRoot: boolean): void {
  for (const field of Object.values(type.getFields())) {
    const resolved = field.resolve !== undefined && field.resolve !== defaultFieldResolver;
    if (resolved || field.name.startsWith('_') || (!isRoot && field.args.length === 0)) continue;
    throw problem(
      `${type.name}.${field.name}`,
      isRoot ? 'a root field has no parent to read its value from.' : 'it has arguments that nothing reads.',
      `Give resolvers.${type.name}.${field.name}.`,
    );
  }
}

/** Whether the agency wrote the type, and not GraphQL or federation. */
function isOfAgency(type: GraphQLNamedType): boolean {
  return (
    !type.name.includes('__') &&
    !type.name.startsWith('_') &&
    !(isScalarType(type) && isSpecifiedScalarType(type))
  );
}

function problem(place: string, message: string, remedy: string): ConfigurationError {
  return new ConfigurationError({ place, message, remedy });
}
