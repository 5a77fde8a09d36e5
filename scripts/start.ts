/** `npm start`: fills the agencies' databases, starts everything, and shows a first question. */
import { Command } from 'commander';
import { report, runCommand, wholeNumber } from './command/index.ts';
import {
  choosePorts,
  curlCommand,
  showcaseCaller,
  showcaseQuery,
  startDemonstration,
  type Demonstration,
} from './demo/index.ts';

interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly residents: number;
  readonly seed: number;
  readonly json: boolean;
}

const command = new Command('npm start --')
  .description('Starts five agencies with generated residents, and the gateway over them.')
  .option(
    '-p, --port <number>',
    "the gateway's port; the identity provider takes the one 100 above it, the agencies those after that; 0 for any that are free",
    wholeNumber(0),
    4000,
  )
  .option('-d, --data <folder>', 'where databases, keys and logs are kept', '.data/demo')
  .option('-r, --residents <number>', 'how many residents to generate', wholeNumber(0), 2000)
  .option('-s, --seed <number>', 'another number gives another population', wholeNumber(0), 1)
  .option(
    '--json',
    'prints one JSON object with url, signInUrl, token and query once everything is ready',
    false,
  )
  .addHelpText('after', '\nExample:\n  npm start -- --port 5000 --data .data/second --residents 100000')
  .action(start);

await runCommand(command);

async function start(options: StartOptions): Promise<void> {
  const ports = await choosePorts(options.port);
  const demonstration = await startDemonstration({
    folder: options.data,
    port: ports.gateway,
    identityProviderPort: ports.identityProvider,
    agencyPorts: ports.agencies,
    residents: options.residents,
    seed: options.seed,
    report,
  });
  const stopping = stopOnSignal(demonstration);
  reportStoppedServices(demonstration, stopping);
  await present(demonstration, options);
}

async function present(demonstration: Demonstration, options: StartOptions): Promise<void> {
  const token = await demonstration.issuer.token(showcaseCaller);
  const query = showcaseQuery(options.seed);
  const { url, signInUrl } = demonstration;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ url, signInUrl, token, query })}\n`);
    return;
  }
  process.stdout.write(
    `\nEverything is ready. The caseworker's page, to be signed in to as whomever you choose:\n\n  ${signInUrl}\n\nOne question to five agencies about one resident:\n\n${curlCommand(url, token, query)}\n\n` +
      `To see an agency fail, stop its process (kill <number above>) and ask again. Ctrl+C stops everything.\n`,
  );
}

/** Aborts the signal that it returns when everything is about to be stopped. */
function stopOnSignal(demonstration: Demonstration): AbortSignal {
  const parent = process.ppid;
  const stopping = new AbortController();
  const stop = (): void => {
    clearInterval(watch);
    stopping.abort();
    void demonstration.stop();
  };
  // npm runs this in a shell that passes no signal on: when npm is told to stop, only the parent's end shows it.
  const watch = setInterval(() => process.ppid !== parent && stop(), 250);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return stopping.signal;
}

function reportStoppedServices(demonstration: Demonstration, stopping: AbortSignal): void {
  for (const service of [...demonstration.agencies, demonstration.gateway]) {
    void service.ended.then(() => {
      if (stopping.aborted) return;
      process.stderr.write(`${service.name} has stopped. To start it again:\n  ${service.command}\n`);
    });
  }
}
