import { z } from 'zod';

import { option } from './option.ts';

/** How long people stay signed in. */
export const sessionOptions = z.object({
  idleMinutes: option(z.int().min(1).max(240).default(15), {
    description: 'A session ends when it has not been used for so long.',
    flag: '--session-idle-minutes',
    environment: 'RESIDENT_GRAPH_SESSION_IDLE_MINUTES',
    placeholder: 'minutes',
  }),
  absoluteMinutes: option(z.int().min(1).max(1440).default(480), {
    description: 'A session ends so long after signing in, however much it is used.',
    flag: '--session-absolute-minutes',
    environment: 'RESIDENT_GRAPH_SESSION_ABSOLUTE_MINUTES',
    placeholder: 'minutes',
  }),
  stepUpMinutes: option(z.int().min(1).max(60).default(5), {
    description: 'So long after proving again who they are, people may break the glass.',
    flag: '--session-step-up-minutes',
    environment: 'RESIDENT_GRAPH_SESSION_STEP_UP_MINUTES',
    placeholder: 'minutes',
  }),
});
