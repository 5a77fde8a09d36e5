#!/usr/bin/env node
import { runSubgraph } from '@resident-graph/subgraph-kit';

import { behavioralHealth } from './index.ts';

await runSubgraph(behavioralHealth);
