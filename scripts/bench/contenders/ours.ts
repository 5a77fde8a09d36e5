import type { Contender } from './contender.ts';
import { startOurGateway } from './our-gateway.ts';

/** Our gateway as it comes. */
export const ours: Contender = {
  name: 'ours',
  description: 'Resident Graph',
  isPeer: false,
  start: async (stage) => startOurGateway(stage, 'ours'),
};
