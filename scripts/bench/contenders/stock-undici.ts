import type { Contender } from './contender.ts';
import { startStockServer } from './stock-server.ts';

/** The stock gateway with a faster client for its fetches. */
export const stockUndici: Contender = {
  name: 'stock-undici',
  description: '@apollo/gateway 2.14, undici as fetcher',
  isPeer: true,
  start: async (stage) => startStockServer(stage, 'stock-undici', ['undici']),
};
