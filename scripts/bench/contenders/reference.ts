import { configurationTable } from '@resident-graph/gateway';

import type { Contender } from './contender.ts';
import { startOurGateway } from './our-gateway.ts';

/** Our gateway with the executor of @apollo/gateway in it. */
export const reference: Contender = {
  name: 'reference',
  description: 'Resident Graph, reference engine',
  isPeer: false,
  start: async (stage) => {
    if (!configurationTable().includes('`--engine`')) throw new Error('The gateway has no --engine option.');
    return startOurGateway(stage, 'reference', ['--engine', 'reference']);
  },
};
