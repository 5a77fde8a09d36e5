import { subgraphConformance } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../src/index.ts';
import { seedIndex } from './seed.ts';

subgraphConformance(residents, { seed: seedIndex });
