import { z } from 'zod';

const subgraph = z.strictObject({
  routing_url: z.url({ protocol: /^(https?|in-process)$/, error: 'must be an http or https URL' }),
  schema: z.strictObject({ file: z.string().min(1) }),
});

/** supergraph.yaml in Rover's format (https://www.apollographql.com/docs/rover/commands/supergraphs#yaml-configuration-file). */
export const supergraphFileSchema = z.strictObject({
  federation_version: z.union([z.string(), z.number()]).optional(),
  subgraphs: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by "-"'), subgraph)
    .refine((subgraphs) => Object.keys(subgraphs).length > 0, 'must name at least one subgraph'),
});

/** The checked content of supergraph.yaml. */
export type SupergraphFile = z.infer<typeof supergraphFileSchema>;
