import { fileURLToPath } from 'node:url';

import { fetchPlanFile } from '../stage/index.ts';
import type { Stage } from '../stage/index.ts';
import type { RunningContender } from './contender.ts';
import { startServer } from './start-server.ts';

const program = fileURLToPath(new URL('../processes/proxy.js', import.meta.url));

/** Starts the proxy that makes our gateway's fetches, with one HTTP client or the other. */
export async function startProxyServer(
  stage: Stage,
  name: string,
  client: 'undici' | 'net',
): Promise<RunningContender> {
  const command = (port: number): readonly string[] => [
    process.execPath,
    program,
    String(port),
    fetchPlanFile(stage.folder),
    client,
  ];
  return startServer(stage, { name, command });
}
