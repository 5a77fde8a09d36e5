import type { Stage } from '../stage/index.ts';
import type { RunningContender } from './contender.ts';
import { peerFile } from './peer-file.ts';
import { startServer } from './start-server.ts';

/** Starts @apollo/gateway in @apollo/server, without what it would report over the internet. */
export async function startStockServer(
  stage: Stage,
  name: string,
  more: readonly string[] = [],
): Promise<RunningContender> {
  const command = (port: number): readonly string[] => [
    process.execPath,
    peerFile('stock.js'),
    String(port),
    stage.composedFile,
    ...more,
  ];
  return startServer(stage, { name, command, environment: { APOLLO_TELEMETRY_DISABLED: 'true' } });
}
