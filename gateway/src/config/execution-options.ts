import { z } from 'zod';

import { option } from './option.ts';

/** How operations are run. */
export const executionOptions = z.object({
  engine: option(z.enum(['compiled', 'reference']).default('compiled'), {
    description:
      "What runs operations: this gateway's own engine, or @apollo/gateway's executor to compare answers with.",
    flag: '--engine',
    environment: 'RESIDENT_GRAPH_ENGINE',
    placeholder: 'compiled|reference',
  }),
});
