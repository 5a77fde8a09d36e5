import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePorts } from '../../scripts/demo/index.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../', import.meta.url));

describe('the packed kit and one packed agency, installed in an empty folder', () => {
  let folder: string;
  let agency: ChildProcess;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-package-'));
    await pack('subgraphs/kit');
    await pack('subgraphs/justice');
    await installTarballs();
    const [port = 0] = await freePorts(1);
    url = `http://127.0.0.1:${port}`;
    const command = join(folder, 'node_modules/.bin/justice-subgraph');
    const env = {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: `sqlite:${join(folder, 'justice.sqlite')}`,
    };
    await run(command, ['migrate'], { cwd: folder, env });
    agency = spawn(command, ['serve', '--allow-unsigned'], { cwd: folder, stdio: 'ignore', env });
    await ready();
  }, 180_000);

  afterAll(async () => {
    agency.kill('SIGTERM');
    if (agency.exitCode === null) await once(agency, 'exit');
    await rm(folder, { recursive: true, force: true });
  });

  const pack = (workspace: string): Promise<unknown> =>
    run('npm', ['pack', '--workspace', workspace, '--pack-destination', folder], { cwd: repository });

  async function installTarballs(): Promise<void> {
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    const tarballs = (await readdir(folder))
      .filter((file) => file.endsWith('.tgz'))
      .map((file) => `./${file}`);
    expect(tarballs).toHaveLength(2);
    const driver = 'node_modules/better-sqlite3';
    const { version } = JSON.parse(await readFile(join(repository, driver, 'package.json'), 'utf8')) as {
      version: string;
    };
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
    await run('npm', ['install', ...quiet, ...tarballs, `better-sqlite3@${version}`], { cwd: folder });
    // Its native part is taken as it was built for this machine, so that it need not be built again.
    await cp(join(repository, driver, 'build'), join(folder, driver, 'build'), { recursive: true });
  }

  async function ready(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
      if (answer?.ok === true) return;
      // oxlint-disable-next-line no-await-in-loop
      await pause(100);
    }
    throw new Error('The packed agency did not become ready.');
  }

  test('answers _entities alone', async () => {
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Resident { id } } }';
    const representations = [{ __typename: 'Resident', id: 'unknown' }];
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { representations } }),
    });
    expect(await response.json()).toEqual({ data: { _entities: [null] } });
  });

  test('brings nothing of the gateway and no tests, but what its gateways and it agree on', async () => {
    const packages = await readdir(join(folder, 'node_modules/@resident-graph'));
    expect(packages.sort()).toEqual(['justice-subgraph', 'subgraph-kit']);
    const files = await readdir(join(folder, 'node_modules/@resident-graph/subgraph-kit'));
    expect(files.sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json', 'wire-contract']);
  });
});
