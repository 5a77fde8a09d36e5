#!/usr/bin/env node
import { runSubgraph } from '@resident-graph/subgraph-kit';

import { benefits } from './benefits.ts';

await runSubgraph(benefits);
