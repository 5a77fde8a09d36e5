#!/usr/bin/env node
import { runSubgraph } from '@resident-graph/subgraph-kit';

import { housing } from './housing.ts';

await runSubgraph(housing);
