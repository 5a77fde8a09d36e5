import { z } from 'zod';

import { option } from './option.ts';

/** From whom the gateway learns which residents were merged. */
export const residentIndexOptions = z.object({
  url: option(z.url({ protocol: /^https?$/ }).optional(), {
    description:
      "Address of the resident index's subgraph, whose merges are followed: what is decided about a merged id goes by the survivor's facts. Without it, by facts on file under the id itself. http only for loopback.",
    flag: '--resident-index-url',
    environment: 'RESIDENT_GRAPH_RESIDENT_INDEX_URL',
    placeholder: 'url',
  }),
  secretFile: option(z.string().min(1).optional(), {
    description:
      'The secret that is shared with the resident index for its feeds: base64 of 32 bytes or more; a second line holds the one before.',
    flag: '--resident-index-secret-file',
    environment: 'RESIDENT_GRAPH_RESIDENT_INDEX_SECRET_FILE',
    placeholder: 'file',
    isPath: true,
  }),
});
