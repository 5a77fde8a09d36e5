import { z } from 'zod';

import { option } from './option.ts';

/** What decides who sees what. */
export const authorizationOptions = z.object({
  enforce: option(z.boolean().default(true), {
    description:
      'Whether agreements and statutes decide what is shown. Off for development only; refused in production.',
    flag: '--enforce-authorization',
    environment: 'RESIDENT_GRAPH_ENFORCE_AUTHORIZATION',
    placeholder: 'true|false',
  }),
  agreements: option(z.string().min(1).optional(), {
    description:
      'Folder of the agreements and of categories.yaml, followed as it changes. Without it, the one that comes with the gateway.',
    flag: '--agreements',
    environment: 'RESIDENT_GRAPH_AGREEMENTS',
    placeholder: 'folder',
    isPath: true,
  }),
  database: option(z.string().min(1).default('sqlite:.data/governance.sqlite'), {
    description:
      'Database of consents, relationships and declarations: sqlite:file, postgres://… or mysql://…; one for all processes.',
    flag: '--governance-database',
    environment: 'RESIDENT_GRAPH_GOVERNANCE_DATABASE',
    placeholder: 'url',
    isSecret: true,
  }),
});
