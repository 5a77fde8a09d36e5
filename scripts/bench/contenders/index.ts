import {
  authorized,
  authorizedByThousands,
  authorizedUnsigned,
  recorded,
  recordedInPostgres,
} from './authorized.ts';
import type { Contender } from './contender.ts';
import { grafbase } from './grafbase.ts';
import { hive } from './hive.ts';
import { hiveRouter } from './hive-router.ts';
import { ours } from './ours.ts';
import { proxy } from './proxy.ts';
import { proxyNet } from './proxy-net.ts';
import { reference } from './reference.ts';
import { stock } from './stock.ts';
import { stockUndici } from './stock-undici.ts';

export type { Contender, RunningContender } from './contender.ts';
export { installPeers } from './install-peers.ts';
export { ours } from './ours.ts';
export { postRequest } from './post-request.ts';
export type { GraphQLAnswer } from './post-request.ts';

/** All that are compared, in the order in which they take turns. */
export const contenders: readonly Contender[] = [
  ours,
  authorizedUnsigned,
  authorized,
  authorizedByThousands,
  recorded,
  recordedInPostgres,
  reference,
  stock,
  stockUndici,
  hive,
  hiveRouter,
  grafbase,
  proxy,
  proxyNet,
];
