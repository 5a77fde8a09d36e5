import type { Contender } from './contender.ts';
import { startHiveServer } from './hive-server.ts';

/** Hive's gateway with the planner and executor of its router. */
export const hiveRouter: Contender = {
  name: 'hive-router',
  description: '@graphql-hive/gateway 2.15, router-runtime',
  isPeer: true,
  start: async (stage) => startHiveServer(stage, 'hive-router', ['--hive-router-runtime']),
};
