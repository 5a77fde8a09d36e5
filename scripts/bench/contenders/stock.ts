import type { Contender } from './contender.ts';
import { startStockServer } from './stock-server.ts';

/** What everything else is measured against. */
export const stock: Contender = {
  name: 'stock',
  description: '@apollo/gateway 2.14, @apollo/server 5',
  isPeer: true,
  start: async (stage) => startStockServer(stage, 'stock'),
};
