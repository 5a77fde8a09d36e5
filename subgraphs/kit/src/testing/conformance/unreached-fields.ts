import { getNamedType, isCompositeType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

/**
 * Object fields and lists for which a whole answer has no value for anybody. Their loaders were never called, so
 * nothing is known of their cost.
 */
export function unreachedFields(schema: GraphQLSchema, entities: readonly unknown[]): readonly string[] {
  const asked = new Set<string>();
  const reached = new Set<string>();
  const visit = (value: unknown, type: GraphQLObjectType): void => {
    if (Array.isArray(value)) value.forEach((item) => visit(item, type));
    else if (typeof value === 'object' && value !== null) visitFields(value, type);
  };
  const visitFields = (object: object, type: GraphQLObjectType): void => {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const value: unknown = Reflect.get(object, field.name);
      if (!isCompositeType(named) || value === undefined) continue;
      const coordinate = `${type.name}.${field.name}`;
      asked.add(coordinate);
      if (value !== null && !(Array.isArray(value) && value.length === 0)) reached.add(coordinate);
      if ('getFields' in named) visit(value, named as GraphQLObjectType);
    }
  };
  visit(entities, schema.getType('Resident') as GraphQLObjectType);
  return [...asked].filter((coordinate) => !reached.has(coordinate));
}
