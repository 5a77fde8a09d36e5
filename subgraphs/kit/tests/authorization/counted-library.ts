import { defineSubgraph } from '@resident-graph/subgraph-kit';
import type { Subgraph } from '@resident-graph/subgraph-kit';

import { libraryDefinition } from '../library/library.ts';
import { vectors } from './vectors.ts';

/** The library under the agency's name of the vectors, which tells how often a record of a resident was reached. */
export function countedLibrary(): { readonly subgraph: Subgraph; readonly reached: () => number } {
  let reached = 0;
  const { Resident, ...others } = libraryDefinition.resolvers;
  const subgraph = defineSubgraph({
    ...libraryDefinition,
    name: vectors.agency,
    resolvers: {
      ...others,
      Query: { libraryBranches: () => ((reached += 1), ['Main']) },
      Resident: {
        ...(Resident as object),
        library: (resident: object) => ((reached += 1), resident),
      },
    },
  });
  return { subgraph, reached: () => reached };
}
