#!/usr/bin/env node
import { runSubgraph } from '@resident-graph/subgraph-kit';

import { residents } from './residents.ts';

await runSubgraph(residents);
