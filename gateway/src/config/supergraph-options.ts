import { z } from 'zod';

import { option } from './option.ts';

/** Which subgraphs make the graph. */
export const supergraphOptions = z.object({
  file: option(z.string().min(1).default('supergraph.yaml'), {
    description:
      "List of the subgraphs, in the format of Rover's supergraph.yaml, or a composed supergraph (.graphql).",
    flag: '--supergraph',
    environment: 'RESIDENT_GRAPH_SUPERGRAPH',
    placeholder: 'file',
    isPath: true,
  }),
  watch: option(z.boolean().default(true), {
    description: 'Whether a changed list, schema or file of trusted documents goes live without a restart.',
    flag: '--watch',
    environment: 'RESIDENT_GRAPH_WATCH',
    placeholder: 'true|false',
  }),
});
