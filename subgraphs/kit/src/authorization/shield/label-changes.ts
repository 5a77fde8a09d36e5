import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

import type { FieldRequirement, Requirement, Requirements } from '../labels/index.ts';

/** Names of the labels that have been met wherever an object of a type is reached, by type. */
type Proven = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The fields, as `Type.field`, whose label isn't met already by whatever leads to them. A rule at these is a rule at
 * all: below them nothing is asked again until the label changes, or until another resident begins.
 */
export function labelChanges(
  schema: GraphQLSchema,
  requirements: Requirements,
  entities: ReadonlySet<string>,
): ReadonlySet<string> {
  const proven = provenByType(schema, requirements, entities);
  const changes = [...requirements].filter(([coordinate, requirement]) => {
    const [type = ''] = coordinate.split('.');
    return !labelsOf(requirement).every((label) => proven.get(type)?.has(label));
  });
  return new Set(changes.map(([coordinate]) => coordinate));
}

/** The names of the labels that a field needs. */
export function labelsOf(requirement: FieldRequirement | undefined): readonly string[] {
  return isRequirement(requirement) ? requirement.all.map((label) => JSON.stringify(label)) : [];
}

/** Whether a field needs anything; one without a label does not come so far. */
export function isRequirement(requirement: FieldRequirement | undefined): requirement is Requirement {
  return typeof requirement === 'object';
}

/** The object types that a field's value may be of. */
export function typesBehind(
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/**
 * A type that several fields lead to has what all of them have met. Roots and entities begin with nothing: an entity
 * may be reached by its key alone, and a Resident's labels speak of another person than those before.
 */
function provenByType(
  schema: GraphQLSchema,
  requirements: Requirements,
  entities: ReadonlySet<string>,
): Proven {
  const proven = new Map<string, ReadonlySet<string>>();
  const waiting = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && (entities.has(type.name) || isRoot(type, schema)),
  ) as GraphQLObjectType[];
  for (const type of waiting) proven.set(type.name, new Set());
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    for (const field of Object.values(type.getFields())) {
      const labels = labelsOf(requirements.get(`${type.name}.${field.name}`));
      const met = new Set([...(proven.get(type.name) ?? []), ...labels]);
      waiting.push(...typesBehind(field, schema).filter((below) => lower(proven, below, met)));
    }
  }
  return proven;
}

export function isRoot(type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
}

/** Keeps what both have; tells whether that is news. */
function lower(
  proven: Map<string, ReadonlySet<string>>,
  { name }: GraphQLObjectType,
  met: ReadonlySet<string>,
): boolean {
  const before = proven.get(name);
  const after = before === undefined ? met : new Set([...before].filter((label) => met.has(label)));
  proven.set(name, after);
  return after.size !== before?.size;
}
