#!/usr/bin/env node
import { runSubgraph } from '@resident-graph/subgraph-kit';

import { justice } from './index.ts';

await runSubgraph(justice);
