import type { Stage } from '../stage/index.ts';
import type { RunningContender } from './contender.ts';
import { peerFile } from './peer-file.ts';
import { startServer } from './start-server.ts';

/** Starts Hive's gateway by its command line, in one process. It reports nothing unless it is given a token. */
export async function startHiveServer(
  stage: Stage,
  name: string,
  more: readonly string[] = [],
): Promise<RunningContender> {
  const command = (port: number): readonly string[] => [
    process.execPath,
    peerFile('node_modules/@graphql-hive/gateway/dist/bin.js'),
    'supergraph',
    stage.composedFile,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--fork',
    '1',
    ...(stage.isSharing ? [] : ['--config-path', peerFile('hive.config.js')]),
    ...more,
  ];
  return startServer(stage, { name, command, environment: { LOG_LEVEL: 'error' } });
}
