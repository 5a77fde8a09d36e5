import { subgraphConformance } from '@resident-graph/subgraph-kit/testing';

import { behavioralHealth } from '../src/index.ts';
import { seed } from './made-up/seed.ts';

subgraphConformance(behavioralHealth, { seed });
