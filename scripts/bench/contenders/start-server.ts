import { join } from 'node:path';

import { freePorts } from '../../demo/index.ts';
import { cores, startProcess } from '../machine/index.ts';
import type { Stage } from '../stage/index.ts';
import type { RunningContender } from './contender.ts';
import { postRequest } from './post-request.ts';

/** What differs from one contender's process to the next. */
export interface ServerOptions {
  readonly name: string;
  readonly command: (port: number) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a contender on its core and waits for its first answer with data in it. */
export async function startServer(
  stage: Stage,
  { name, command, environment }: ServerOptions,
): Promise<RunningContender> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/graphql`;
  const running = await startProcess({
    command: command(port),
    core: cores.contender,
    folder: stage.folder,
    logFile: join(stage.folder, `${name}.log`),
    environment: { NODE_ENV: 'production', ...environment },
    whatIsMissing: async () => missingData(url, stage),
  });
  return { url, ...running };
}

async function missingData(url: string, { request }: Stage): Promise<string | null> {
  try {
    const answer = await postRequest(url, request);
    return answer.data ? null : `it answers ${JSON.stringify(answer).slice(0, 400)}`;
  } catch (thrown) {
    return `no answer, ${String(thrown)}`;
  }
}
