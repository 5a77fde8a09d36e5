import { Command } from 'commander';

import { databaseFailure, openDatabase } from '../database/index.ts';
import type { Database } from '../database/index.ts';
import { createLog, serveSubgraph } from '../server/index.ts';
import type { Log, RunningSubgraph } from '../server/index.ts';
import { migrate, pendingMigrations } from '../subgraph/index.ts';
import type { Subgraph } from '../subgraph/index.ts';
import { agencyCommand } from './agency-command.ts';
import { listenProblem } from './listen-problem.ts';
import { admissionOf } from './admission-of.ts';
import { exchangeOf } from './exchange-of.ts';
import {
  databaseUrlOption,
  feedOptions,
  hostOption,
  logLevelOption,
  portOption,
  trustOptions,
} from './options.ts';
import type { CommandLineOptions } from './options.ts';
import type { Surroundings } from './surroundings.ts';

/** The commands of a subgraph. */
export function createProgram(subgraph: Subgraph, surroundings: Surroundings): Command {
  const name = `${subgraph.name}-subgraph`;
  const program = new Command(name)
    .description(`The subgraph "${subgraph.name}" of Resident Graph.`)
    .exitOverride()
    .configureOutput({ writeOut: surroundings.write, writeErr: surroundings.writeError })
    .addHelpText('after', examples(name));
  program.addCommand(inherit(program, serveCommand(subgraph, surroundings)), { isDefault: true });
  program.addCommand(inherit(program, migrateCommand(subgraph, surroundings)));
  program.addCommand(inherit(program, schemaCommand(subgraph, surroundings)));
  for (const own of subgraph.commands) {
    program.addCommand(inherit(program, agencyCommand(subgraph.name, own, surroundings, over)));
  }
  return program;
}

function inherit(program: Command, command: Command): Command {
  return command.copyInheritedSettings(program);
}

function serveCommand(subgraph: Subgraph, surroundings: Surroundings): Command {
  const command = new Command('serve');
  for (const option of [...trustOptions(), ...feedOptions()]) command.addOption(option);
  return command
    .description('answer GraphQL until SIGTERM, then finish what is in flight')
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(databaseUrlOption(subgraph.name))
    .addOption(logLevelOption())
    .action((options: CommandLineOptions) => serve(subgraph, options, surroundings));
}

function migrateCommand(subgraph: Subgraph, { write }: Surroundings): Command {
  return new Command('migrate')
    .description('bring the database to the schema of this subgraph')
    .addOption(databaseUrlOption(subgraph.name))
    .option('--even-if-locked', 'after a migration that was killed; only when no other is running', false)
    .action(({ databaseUrl, evenIfLocked }: CommandLineOptions & { readonly evenIfLocked: boolean }) =>
      over(databaseUrl, async (database) => {
        const pending = await pendingMigrations(subgraph, database);
        await migrate(subgraph, database, { evenIfLocked });
        write(pending.length === 0 ? 'Nothing to do.\n' : `Applied:\n${pending.join('\n')}\n`);
      }),
    );
}

function schemaCommand(subgraph: Subgraph, { write }: Surroundings): Command {
  return new Command('schema').description('print the schema').action(() => write(subgraph.sdl));
}

async function serve(
  subgraph: Subgraph,
  options: CommandLineOptions,
  { ended }: Surroundings,
): Promise<void> {
  const { host, port, databaseUrl, logLevel } = options;
  const log = createLog(logLevel);
  const admission = admissionOf(options);
  const feeds = await exchangeOf(options);
  await over(databaseUrl, async (database) => {
    const running = await listening(
      serveSubgraph(subgraph, { database, host, port, log, feeds, ...admission }),
    );
    await warnOfPending(subgraph, database, log);
    await ended();
    log.info({ subgraph: subgraph.name }, 'closing: requests in flight are finished');
    await running.close();
  });
}

/** Says which option is at fault where the server cannot listen. */
async function listening(starting: Promise<RunningSubgraph>): Promise<RunningSubgraph> {
  try {
    return await starting;
  } catch (error) {
    throw listenProblem(error) ?? error;
  }
}

async function over(databaseUrl: string, use: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase(databaseUrl);
  try {
    await use(database);
  } finally {
    await database.destroy();
  }
}

async function warnOfPending(subgraph: Subgraph, database: Database, log: Log): Promise<void> {
  try {
    const pending = await pendingMigrations(subgraph, database);
    if (pending.length > 0)
      log.warn({ pending }, `run ${subgraph.name}-subgraph migrate: the database is behind`);
  } catch (error) {
    log.error(
      { database: databaseFailure(error)?.code },
      'the database is not answering; it is tried anew for each request',
    );
  }
}

function examples(name: string): string {
  return `
Examples:
  ${name} migrate --database-url sqlite:/var/lib/${name}.sqlite
  ${name} serve --port 4102 --database-url postgres://reader@127.0.0.1/agency \\
    --gateway-keys https://gateway.example/.well-known/jwks.json --gateway-secret-file /run/secrets/gateway
  ${name} schema > schema.graphql`;
}
