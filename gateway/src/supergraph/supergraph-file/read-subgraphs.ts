import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import type { CompositionProblem } from '../composition.ts';
import type { PlaceOf } from './read-supergraph-file.ts';
import { readSupergraphFile } from './read-supergraph-file.ts';
import type { SubgraphSchema } from './subgraph-schema.ts';
import type { SupergraphFile } from './supergraph-file-schema.ts';

/** The schemas that supergraph.yaml names, or why they cannot be read; and every file that was looked at. */
export type SubgraphsRead = { readonly files: readonly string[] } & (
  | { readonly kind: 'read'; readonly subgraphs: readonly SubgraphSchema[] }
  | { readonly kind: 'refused'; readonly problems: readonly CompositionProblem[] }
);

/** Reads supergraph.yaml and each schema file that it names; paths are relative to the YAML file. */
export async function readSubgraphs(file: string): Promise<SubgraphsRead> {
  const path = resolve(file);
  const read = await readSupergraphFile(path);
  if (read.kind === 'refused') return { kind: 'refused', files: [path], problems: read.problems };
  const schemas = await readSchemas(path, read.content, read.placeOf);
  const files = [path, ...filesOf(path, read.content)];
  const problems = schemas.filter((schema) => 'code' in schema);
  if (problems.length > 0) return { kind: 'refused', files, problems };
  return { kind: 'read', files, subgraphs: schemas.filter((schema) => 'sdl' in schema) };
}

function filesOf(path: string, content: SupergraphFile): readonly string[] {
  return Object.values(content.subgraphs).map(({ schema }) => resolve(dirname(path), schema.file));
}

function readSchemas(
  path: string,
  content: SupergraphFile,
  placeOf: PlaceOf,
): Promise<readonly (SubgraphSchema | CompositionProblem)[]> {
  const reads = Object.entries(content.subgraphs).map(async ([name, { routing_url: url, schema }]) => {
    const file = resolve(dirname(path), schema.file);
    const sdl = await readFile(file, 'utf8').catch(() => undefined);
    return sdl === undefined
      ? missingSchema(name, schema.file, placeOf(['subgraphs', name, 'schema', 'file']))
      : { name, url, file, sdl };
  });
  return Promise.all(reads);
}

function missingSchema(subgraph: string, file: string, place: string): CompositionProblem {
  const message = `The schema file ${file} of subgraph "${subgraph}" cannot be read: correct subgraphs.${subgraph}.schema.file, or put the file back.`;
  return { code: 'SCHEMA_UNREADABLE', message, subgraph, place };
}
