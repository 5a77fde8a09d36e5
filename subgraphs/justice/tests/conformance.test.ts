import { subgraphConformance } from '@resident-graph/subgraph-kit/testing';

import { justice } from '../src/index.ts';
import { seed } from './made-up/seed.ts';

subgraphConformance(justice, { seed });
