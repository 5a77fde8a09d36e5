/** `npm run screenshots`: starts a demonstration of its own and takes the pictures that the README shows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { choosePorts, showcaseResidentId, startDemonstration } from './demo/index.ts';
import { takeScreenshots } from './screenshots/index.ts';

const { folder, only } = new Command('npm run screenshots --')
  .description('Takes pictures of the page, in light and dark, wide and narrow, with Chromium.')
  .option(
    '-f, --folder <folder>',
    'where they go; it is emptied first',
    fileURLToPath(new URL('../gateway/client-view/screenshots', import.meta.url)),
  )
  .option('-o, --only <names...>', 'these alone, and the folder is not emptied')
  .parse()
  .opts<{ readonly folder: string; readonly only?: readonly string[] }>();

const seed = 1;
const report = (line: string): void => void process.stderr.write(`${line}\n`);
const data = await mkdtemp(join(tmpdir(), 'resident-graph-screenshots-'));
const ports = await choosePorts(0);
const demonstration = await startDemonstration({
  folder: data,
  port: ports.gateway,
  identityProviderPort: ports.identityProvider,
  agencyPorts: ports.agencies,
  residents: 400,
  seed,
  report,
});
try {
  const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const residentId = showcaseResidentId(seed);
  const wanted = only ? { only } : {};
  await takeScreenshots({
    url: demonstration.signInUrl,
    residentId,
    folder,
    chromiumPath,
    report,
    ...wanted,
  });
} finally {
  await demonstration.stop();
  await rm(data, { recursive: true, force: true });
}
