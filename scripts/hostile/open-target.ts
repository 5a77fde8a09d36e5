import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { stringify } from 'yaml';

import { hostileSchema } from '../../gateway/tests/hostile/index.ts';
import { cores, startProcess } from '../bench/machine/index.ts';
import { freePorts, openIssuer, showcaseCaller } from '../demo/index.ts';

const main = fileURLToPath(new URL('../../gateway/src/cli/main.ts', import.meta.url));

/** A gateway in a process of its own, and what a request to it carries. */
export interface Target {
  readonly pid: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts a gateway over one agency that never answers: nothing hostile comes as far as that. */
export async function openTarget(folder: string): Promise<Target> {
  const [port = 0, nobody = 0] = await freePorts(2);
  const issuer = await openIssuer(folder);
  const flags = {
    '--supergraph': await writeSupergraph(folder, `http://127.0.0.1:${nobody}/graphql`),
    '--port': String(port),
    '--issuer': issuer.issuer,
    '--audience': issuer.audience,
    '--jwks-file': issuer.keysFile,
    '--enforce-authorization': 'false',
    '--introspection': 'true',
    '--log-level': 'silent',
  };
  const url = `http://127.0.0.1:${port}/graphql`;
  const node = ['--conditions=source', '--import', import.meta.resolve('tsx')];
  const running = await startProcess({
    command: [process.execPath, ...node, main, 'serve', ...Object.entries(flags).flat()],
    core: cores.contender,
    folder,
    logFile: join(folder, 'gateway.log'),
    // Nothing is served in production without a policy.
    environment: { NODE_ENV: 'development' },
    whatIsMissing: async () =>
      fetch(url).then(({ status }) => (status < 500 ? null : `status ${status}`), String),
  });
  const headers = {
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${await issuer.token(showcaseCaller)}`,
    'content-type': 'application/json',
  };
  return { url, headers, ...running };
}

async function writeSupergraph(folder: string, url: string): Promise<string> {
  const schema = join(folder, 'agency.graphql');
  await writeFile(schema, hostileSchema);
  const file = join(folder, 'supergraph.yaml');
  await writeFile(file, stringify({ subgraphs: { agency: { routing_url: url, schema: { file: schema } } } }));
  return file;
}
