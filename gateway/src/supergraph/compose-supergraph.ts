import { createComposer } from './composer.ts';
import type { Composer } from './composer.ts';
import type { Composition } from './composition.ts';
import type { SubgraphSchema } from './supergraph-file/index.ts';
import { readSubgraphs } from './supergraph-file/index.ts';
import { supergraphOf } from './supergraph.ts';

/**
 * Composes the subgraphs that a supergraph.yaml names, in a thread of its own.
 *
 * @example const composition = await composeSupergraph('supergraph.yaml');
 */
export async function composeSupergraph(file: string): Promise<Composition> {
  const read = await readSubgraphs(file);
  if (read.kind === 'refused') return read;
  const composer = createComposer();
  try {
    return await composeWith(composer, read.subgraphs);
  } finally {
    await composer.close();
  }
}

/** Composes schemas that have been read, with a composer that stays open. */
export async function composeWith(
  composer: Composer,
  subgraphs: readonly SubgraphSchema[],
): Promise<Composition> {
  const composed = await composer.compose(subgraphs);
  if (composed.kind === 'refused') return composed;
  return { kind: 'composed', supergraph: supergraphOf(composed.sdl, composed.apiSdl), hints: composed.hints };
}
