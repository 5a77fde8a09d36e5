import { subgraphConformance } from '@resident-graph/subgraph-kit/testing';

import { benefits } from '../src/index.ts';
import { seedBenefits } from './seed.ts';

subgraphConformance(benefits, { seed: seedBenefits });
