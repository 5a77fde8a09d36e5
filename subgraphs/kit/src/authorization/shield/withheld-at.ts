import type { FieldNode, GraphQLError, GraphQLResolveInfo, SourceLocation } from 'graphql';
import { getLocation, responsePathAsArray } from 'graphql';

import { withheld } from './rules.ts';

const locations = new WeakMap<readonly FieldNode[], readonly SourceLocation[]>();

/**
 * The error that withholds a field, with its place. graphql-js takes it as it is; of an error without a place it makes
 * another one, with a stack and with a walk through the query's text, for each field of each object of a list.
 */
export function withheldAt({ fieldNodes, path }: GraphQLResolveInfo): Error {
  return Object.create(withheld, {
    path: { value: responsePathAsArray(path), enumerable: true },
    locations: { value: locationsOf(fieldNodes), enumerable: true },
    nodes: { value: fieldNodes },
  }) as GraphQLError;
}

function locationsOf(nodes: readonly FieldNode[]): readonly SourceLocation[] {
  const known = locations.get(nodes);
  if (known !== undefined) return known;
  const found = nodes.flatMap(({ loc }) => (loc ? [getLocation(loc.source, loc.start)] : []));
  locations.set(nodes, found);
  return found;
}
