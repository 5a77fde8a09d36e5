import type { AgencyCommand } from '@resident-graph/subgraph-kit';

import { indexCommands } from './index-commands.ts';
import { modelCommands } from './model-commands.ts';
import { reviewCommands } from './review-commands.ts';

/** What the agency that keeps the index does on its command line. */
export const commands: readonly AgencyCommand[] = [...reviewCommands, ...indexCommands, ...modelCommands];
