import type { Contender } from './contender.ts';
import { startProxyServer } from './proxy-server.ts';

/** The limit for a Node process. */
export const proxyNet: Contender = {
  name: 'proxy-net',
  description: 'no GraphQL: the same fetches by bare sockets',
  isPeer: false,
  start: async (stage) => startProxyServer(stage, 'proxy-net', 'net'),
};
