import type { Contender } from './contender.ts';
import { startProxyServer } from './proxy-server.ts';

/** The limit for whoever uses undici. */
export const proxy: Contender = {
  name: 'proxy',
  description: 'no GraphQL: the same fetches by undici',
  isPeer: false,
  start: async (stage) => startProxyServer(stage, 'proxy', 'undici'),
};
