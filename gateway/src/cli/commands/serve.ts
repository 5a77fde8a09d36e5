import type { Command } from 'commander';
import { Option } from 'commander';

import { AgreementsRefused } from '../../authorization/index.ts';
import type { ConfigOption } from '../../config/index.ts';
import { configOptions } from '../../config/index.ts';
import { entryOf, Failure } from '../../errors/index.ts';
import type { Config } from '../../index.ts';
import { createGateway, formatConfigProblem, loadConfig } from '../../index.ts';
import { CompositionRefused } from '../../supergraph/index.ts';
import { createLogger, serveMetrics } from '../../telemetry/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { freeStartMemory } from '../free-start-memory.ts';
import type { Listed } from '../listing.ts';
import { listing } from '../listing.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Terminal } from '../terminal.ts';
import type { WorkerPart } from '../workers/index.ts';
import { keepWorkers, workerPart } from '../workers/index.ts';

type Flags = Readonly<Record<string, string | true | undefined>>;

/** `serve`: the gateway. Its options are the configuration's own. */
export function addServe(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  const command = program
    .command('serve')
    .summary('serve the graph over HTTP')
    .description(
      'Serves the graph until SIGTERM or SIGINT, then finishes what has begun.\nEvery option can be given as a flag, an environment variable or a key of the configuration file, in this order.',
    )
    .option('--config <file>', 'configuration file, YAML or JSON')
    .option('--json', 'print the address as one JSON object when ready');
  for (const option of configOptions) command.addOption(flagOf(option));
  command
    .addHelpText(
      'after',
      '\nMemory: with NODE_OPTIONS=--max-semi-space-size=4 the gateway serves nearly as fast with some 40 MB less.\n\nExample:\n  $ resident-graph serve --supergraph supergraph.yaml --config gateway.yaml',
    )
    .action(async (flags: Flags) => end(await serve(flags, terminal)));
}

function flagOf({ flag, placeholder, description, environment, default: value, type }: ConfigOption): Option {
  const text = value === null ? description : `${description} (default: ${value || '""'})`;
  const argument = type === 'boolean' ? `[${placeholder}]` : `<${placeholder}>`;
  return new Option(`${flag} ${argument}`, `${text} (env: ${environment})`);
}

async function serve(flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const decision = loadConfig({
    flags: flagsByKey(flags),
    environment: terminal.environment,
    file: typeof flags['config'] === 'string' ? flags['config'] : undefined,
  });
  if (decision.kind === 'loaded') return run(decision.config, flags['json'] === true, terminal);
  decision.problems.forEach((problem) => terminal.message(formatConfigProblem(problem)));
  return exitCode.badUsage;
}

/** The flags by the configuration's keys; a flag without its value is a switch that is on. */
function flagsByKey(flags: Flags): Record<string, string> {
  const given = configOptions.flatMap((option) => {
    const value = flags[flagOf(option).attributeName()];
    return value === undefined ? [] : [[option.key, String(value)] as const];
  });
  return Object.fromEntries(given);
}

const anonymousWarning =
  'Warning: requests without a token are served (--allow-anonymous). For development only: whoever reaches the port reads everything.';

const openWarning =
  'Warning: agreements and statutes decide nothing (--enforce-authorization=false). For development only: every caller reads everything.';

async function run(config: Config, asJson: boolean, terminal: Terminal): Promise<ExitCode> {
  const signalled = stopSignal();
  const worker = workerPart();
  if (worker !== null) {
    const stopped = Promise.race([worker.stopped, signalled]);
    return serveHere(config, terminal, { ...worker, stopped });
  }
  if (config.authentication.allowAnonymous) terminal.message(anonymousWarning);
  if (!config.authorization.enforce) terminal.message(openWarning);
  const ready = (url: string): void => terminal.data(asJson ? JSON.stringify({ url }) : url);
  const { workers: count } = config.http;
  if (count === 1) return serveHere(config, terminal, { place: 1, ready, stopped: signalled });
  const log = createLogger(config.logging.level);
  return (await keepWorkers({ count, onReady: ready, stopped: signalled, log }))
    ? exitCode.ok
    : exitCode.failed;
}

/** Serves in this process until it is told to stop. */
async function serveHere(config: Config, terminal: Terminal, part: WorkerPart): Promise<ExitCode> {
  const gateway = createGateway(config, { process: part.place });
  let metrics: Awaited<ReturnType<typeof openMetrics>> = null;
  try {
    metrics = await openMetrics(config);
    const { url } = await gateway.start();
    freeStartMemory();
    part.ready(url);
    await part.stopped;
    return exitCode.ok;
  } catch (thrown) {
    terminal.message(startProblem(thrown, terminal));
    return exitCode.failed;
  } finally {
    await gateway.stop();
    await metrics?.close();
  }
}

/** Serves what this process does, if somewhere is configured for it. */
async function openMetrics({ metrics: { host, port }, http, logging }: Config) {
  const log = createLogger(logging.level);
  return port === undefined ? null : serveMetrics({ host, port, processes: http.workers, log });
}

function startProblem(thrown: unknown, { hasColours }: Terminal): string {
  if (thrown instanceof CompositionRefused || thrown instanceof AgreementsRefused)
    return listing(thrown.problems, hasColours);
  if (thrown instanceof Failure) return listing([listed(thrown)], hasColours);
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function listed({ code, message, place }: Failure): Listed {
  return { code, message, remedy: entryOf(code).remedy, ...(place !== undefined && { place }) };
}
