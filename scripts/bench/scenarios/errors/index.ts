import { readFileSync } from 'node:fs';

import { openInMemory } from '../in-memory/index.ts';
import type { Scenario } from '../scenario.ts';
import { boardSubgraphs } from './board-subgraphs.ts';

/** What goes wrong in ordinary life: errors of agencies, nulls, nulls where none may be, and abstract types. */
export const errors: Scenario = {
  name: 'errors',
  description: 'A notice board over three subgraphs, with errors, nulls, interfaces and unions.',
  query: readFileSync(new URL('query.graphql', import.meta.url), 'utf8'),
  open: async () => openInMemory(boardSubgraphs()),
};
