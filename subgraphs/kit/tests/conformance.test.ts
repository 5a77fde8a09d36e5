import { subgraphConformance } from '@resident-graph/subgraph-kit/testing';

import { seedLibrary } from './library/library-seed.ts';
import { library } from './library/library.ts';

subgraphConformance(library, { seed: seedLibrary });
