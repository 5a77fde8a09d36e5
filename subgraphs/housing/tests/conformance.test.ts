import { subgraphConformance } from '@resident-graph/subgraph-kit/testing';

import { housing } from '../src/index.ts';
import { seed } from './made-up/index.ts';

subgraphConformance(housing, { seed });
