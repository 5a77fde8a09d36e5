import { z } from 'zod';

import { option } from './option.ts';

/** What is written to standard error. */
export const loggingOptions = z.object({
  level: option(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    description: 'How much is logged.',
    flag: '--log-level',
    environment: 'LOG_LEVEL',
    placeholder: 'level',
  }),
});
