import type { Contender } from './contender.ts';
import { startHiveServer } from './hive-server.ts';

/** Hive's gateway as it comes. */
export const hive: Contender = {
  name: 'hive',
  description: '@graphql-hive/gateway 2.15',
  isPeer: true,
  start: async (stage) => startHiveServer(stage, 'hive'),
};
