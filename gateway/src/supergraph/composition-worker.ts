import { parentPort } from 'node:worker_threads';

import { composeSchemas } from './compose-schemas.ts';
import type { SubgraphSchema } from './supergraph-file/index.ts';

/** The thread in which composition runs: it takes seconds for many agencies, and blocks. */
parentPort?.on('message', (subgraphs: readonly SubgraphSchema[]) => {
  parentPort?.postMessage(composeSchemas(subgraphs));
});
