import { readFileSync } from 'node:fs';

import { openInMemory } from '../in-memory/index.ts';
import type { Scenario } from '../scenario.ts';
import { librarySubgraphs } from './library-subgraphs.ts';

/** Deep and full of lists: the shape of the public federation benchmark's query, in a library of our own. */
export const lists: Scenario = {
  name: 'lists',
  description: 'Readers, notes, books and their writers, nested in lists over four subgraphs.',
  query: readFileSync(new URL('query.graphql', import.meta.url), 'utf8'),
  open: async () => openInMemory(librarySubgraphs()),
};
