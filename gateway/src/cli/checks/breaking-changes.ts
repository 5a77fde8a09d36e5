import { readFile } from 'node:fs/promises';

import type { BreakingChange } from 'graphql';
import { findBreakingChanges, specifiedScalarTypes } from 'graphql';

import type { Supergraph } from '../../supergraph/index.ts';
import { buildSupergraph } from '../../supergraph/index.ts';
import type { Listed } from '../listing.ts';

/** What comparing with the committed supergraph came to. */
export type Comparison =
  | { readonly kind: 'compared'; readonly problems: readonly Listed[]; readonly isSame: boolean }
  | { readonly kind: 'nothing-committed' };

/** Finds what clients of the committed supergraph would lose (https://graphql.org/learn/schema-design/#versioning). */
export async function compareWithCommitted(supergraph: Supergraph, file: string): Promise<Comparison> {
  const sdl = await readFile(file, 'utf8').catch(() => undefined);
  if (sdl === undefined) return { kind: 'nothing-committed' };
  const committed = committedSupergraph(sdl);
  if (committed === undefined) return { kind: 'compared', problems: [unreadable(file)], isSame: false };
  const changes = findBreakingChanges(committed.apiSchema, supergraph.apiSchema).filter(isLoss);
  const isSame = committed.sdl.trim() === supergraph.sdl.trim();
  return { kind: 'compared', problems: changes.map(({ description }) => breaking(description)), isSame };
}

function committedSupergraph(sdl: string): Supergraph | undefined {
  try {
    return buildSupergraph(sdl);
  } catch {
    return undefined;
  }
}

/** GraphQL's own scalars come and go with their uses; the uses are reported for themselves. */
function isLoss({ description }: BreakingChange): boolean {
  return !specifiedScalarTypes.some(({ name }) =>
    description.startsWith(`Standard scalar ${name} was removed`),
  );
}

function breaking(description: string): Listed {
  const coordinate = /\b[A-Za-z_]\w*\.\w+/.exec(description)?.[0];
  return {
    code: 'BREAKING_CHANGE',
    message: description,
    remedy:
      'Deprecate it first and remove it in a later release; or commit the new supergraph with `compose`.',
    ...(coordinate !== undefined && { coordinate }),
  };
}

function unreadable(place: string): Listed {
  return {
    code: 'SCHEMA_UNREADABLE',
    message: 'The committed supergraph is not one.',
    remedy: 'Compose it anew: resident-graph compose --output <file>.',
    place,
  };
}
