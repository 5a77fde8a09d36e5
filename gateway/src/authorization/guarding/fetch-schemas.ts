import type { DefinitionNode, DocumentNode, GraphQLSchema, ObjectTypeDefinitionNode } from 'graphql';
import { buildASTSchema, Kind, parse } from 'graphql';

import type { Supergraph } from '../../supergraph/index.ts';
import { agencySchemas } from '../../supergraph/index.ts';

/** The schema by which the fetches to an agency are read; nothing for an agency that the supergraph doesn't have. */
export type SchemaOf = (agency: string) => GraphQLSchema | undefined;

/**
 * The schemas of fetches. What an agency is asked is part of the supergraph, so that one schema does for all of them;
 * only where an agency knows an interface as an object, each is read by the agency's own, which takes seconds to
 * work out.
 */
export function fetchSchemas({ sdl, agencies }: Supergraph): SchemaOf {
  if (sdl.includes('isInterfaceObject: true')) {
    const own = agencySchemas(sdl);
    return (agency) => own.get(agency);
  }
  const names = new Set(agencies.map(({ name }) => name));
  const whole = buildASTSchema(withEntities(parse(sdl, { noLocation: true })), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  return (agency) => (names.has(agency) ? whole : undefined);
}

/** With the field by which gateways ask for entities (https://specs.apollo.dev/federation/v2.9). */
function withEntities({ kind, definitions }: DocumentNode): DocumentNode {
  const entities = definitions.filter(isEntity).map(({ name }) => name.value);
  if (entities.length === 0) return { kind, definitions };
  const machinery = parse(
    `scalar _Any union _Entity = ${entities.join(' | ')} type Query { _entities(representations: [_Any!]!): [_Entity]! }`,
    { noLocation: true },
  ).definitions;
  const [query] = machinery.filter(isQuery);
  const others = machinery.filter((definition) => !isQuery(definition));
  const joined = definitions.map((definition) =>
    isQuery(definition)
      ? { ...definition, fields: [...(definition.fields ?? []), ...(query?.fields ?? [])] }
      : definition,
  );
  return { kind, definitions: [...joined, ...others] };
}

function isQuery(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query';
}

/** Has a key in some agency: `@join__type(graph:, key:)` (https://specs.apollo.dev/join/v0.5). */
function isEntity(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return false;
  return (definition.directives ?? []).some(({ arguments: given = [] }) =>
    given.some(({ name }) => name.value === 'key'),
  );
}
