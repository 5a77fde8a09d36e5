import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Stage } from '../stage/index.ts';
import type { Contender } from './contender.ts';
import { peerFile } from './peer-file.ts';
import { startServer } from './start-server.ts';

/** Where nothing answers: what would go to the internet ends at once. */
const nowhere = 'http://127.0.0.1:9';

/** The gateway, written in Rust, inside Grafbase's command line. npm has it for Linux on x64 only. */
export const grafbase: Contender = {
  name: 'grafbase',
  description: 'grafbase 0.103 (Rust)',
  isPeer: true,
  start: async (stage) => {
    const program = peerFile('node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase');
    if (!existsSync(program)) throw new Error('npm has its program for Linux on x64 only.');
    const file = await writeConfiguration(stage);
    const command = (port: number): readonly string[] => [
      program,
      '--home',
      stage.folder,
      'dev',
      '--config',
      file,
      '--listen-address',
      `127.0.0.1:${port}`,
    ];
    const environment = { GRAFBASE_API_URL: nowhere, GRAFBASE_OBJECT_STORAGE_URL: nowhere };
    return startServer(stage, { name: 'grafbase', command, environment });
  },
};

/** Its own list of subgraphs; it composes by itself. */
async function writeConfiguration({ folder, subgraphs, isSharing }: Stage): Promise<string> {
  const file = join(folder, 'grafbase.toml');
  const tables = subgraphs.map(
    ({ name, url, schemaFile }) =>
      `[subgraphs.${JSON.stringify(name)}]\nurl = ${JSON.stringify(url)}\nschema_path = ${JSON.stringify(schemaFile)}\n`,
  );
  const shaping = `[traffic_shaping]\ninflight_deduplication = ${isSharing}\n`;
  await writeFile(file, [shaping, ...tables].join('\n'));
  return file;
}
