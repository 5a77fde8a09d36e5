import type { RandomField, RandomSchema } from './random-schema.ts';
import type { Thing, World } from './world.ts';

type Resolver = (
  source: Partial<Thing> & Readonly<Record<string, unknown>>,
  args: { readonly n?: number },
) => unknown;
type ResolverMap = Record<string, Record<string, Resolver>>;

const rootOf = { __typename: 'Query', id: 'root' };

/** Resolvers of the whole schema. */
export function wholeResolvers(schema: RandomSchema, world: World): ResolverMap {
  return resolvers(schema, world, (type, field) => (source) => {
    const input = type.find(({ name }) => name === field.requires);
    return world.derived(input && world.valueOf(source, input, 3));
  });
}

/** Resolvers of one agency: what another agency knows comes in the representation. */
export function agencyResolvers(schema: RandomSchema, world: World, agency: string): ResolverMap {
  const map = resolvers(
    schema,
    world,
    (_, field) => (source) => world.derived(source[field.requires ?? '']),
    agency,
  );
  for (const { name, isEntity } of schema.types.filter((type) => type.isEntity)) {
    if (isEntity)
      map[name] = { ...map[name], __resolveReference: (reference) => entityOf(world, name, reference) };
  }
  return map;
}

function entityOf(world: World, typeName: string, reference: Partial<Thing>) {
  const id = reference.id ?? reference.code?.slice(2) ?? '';
  return { ...reference, ...world.thing(typeName, id) };
}

function resolvers(
  schema: RandomSchema,
  world: World,
  derived: (type: readonly RandomField[], field: RandomField) => Resolver,
  agency?: string,
): ResolverMap {
  const isServed = ({ owners }: RandomField) => agency === undefined || owners.includes(agency);
  const resolve =
    (field: RandomField): Resolver =>
    (source, { n }) =>
      world.valueOf(source['__typename'] === undefined ? rootOf : source, field, n ?? 3);
  const map: ResolverMap = {};
  const query = schema.query.filter(isServed);
  if (query.length > 0) map['Query'] = Object.fromEntries(query.map((field) => [field.name, resolve(field)]));
  for (const { name, fields } of schema.types) {
    const served = fields.filter(isServed);
    const own = served.map((field) => [
      field.name,
      field.requires === undefined ? resolve(field) : derived(fields, field),
    ]);
    map[name] = {
      ...(Object.fromEntries(own) as Record<string, Resolver>),
      tag: (source) => `${name} ${source.id}`,
    };
  }
  return map;
}
