/** `npm run screenshots`: starts a demonstration of its own and takes the pictures that the README shows. */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { report, runCommand } from './command/index.ts';
import { withDemonstration } from './demo/index.ts';
import { takeScreenshots } from './screenshots/index.ts';

const command = new Command('npm run screenshots --')
  .description('Takes pictures of the page, in light and dark, wide and narrow, with Chromium.')
  .option(
    '-f, --folder <folder>',
    'where they go; it is emptied first',
    fileURLToPath(new URL('../gateway/client-view/screenshots', import.meta.url)),
  )
  .option('-o, --only <names...>', 'these alone, and the folder is not emptied')
  .action(take);

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

await runCommand(command);

async function take(wanted: { readonly folder: string; readonly only?: readonly string[] }): Promise<void> {
  await withDemonstration(report, async (demonstration) =>
    takeScreenshots({ ...demonstration, chromiumPath, report, ...wanted }),
  );
}
