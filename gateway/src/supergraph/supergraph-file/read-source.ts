import type { ComposedRead, ReadApi } from './read-composed.ts';
import { readComposed } from './read-composed.ts';
import type { SubgraphsRead } from './read-subgraphs.ts';
import { readSubgraphs } from './read-subgraphs.ts';

/** What a supergraph is made from: schemas to compose, or a supergraph; and every file that was looked at. */
export type SourceRead = SubgraphsRead | Exclude<ComposedRead, { readonly kind: 'not-composed' }>;

/** Reads the file that a gateway serves: a composed supergraph, or supergraph.yaml with its schemas. */
export async function readSource(file: string, readApi: ReadApi): Promise<SourceRead> {
  const composed = await readComposed(file, readApi);
  return composed.kind === 'not-composed' ? readSubgraphs(file) : composed;
}
