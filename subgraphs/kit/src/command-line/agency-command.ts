import { Command, Option } from 'commander';

import type { Database } from '../database/index.ts';
import type { AgencyCommand, AgencyCommandOption } from '../subgraph/index.ts';
import { databaseUrlOption } from './options.ts';
import type { Surroundings } from './surroundings.ts';

type Over = (databaseUrl: string, use: (database: Database) => Promise<void>) => Promise<void>;

/** A command of an agency's own: over its database, and with `--json` for programs that read the answer. */
export function agencyCommand(
  subgraphName: string,
  definition: AgencyCommand,
  { write }: Surroundings,
  over: Over,
): Command {
  const { name, description, arguments: parameters = [], options = [], example, run } = definition;
  const command = new Command(name).description(description);
  for (const parameter of parameters) command.argument(`<${parameter.name}>`, parameter.description);
  for (const option of options) command.addOption(optionOf(option));
  return command
    .addOption(databaseUrlOption(subgraphName))
    .option('--json', 'print the answer as one JSON object', false)
    .addHelpText('after', `\nExample:\n  ${subgraphName}-subgraph ${name} ${example}`)
    .action(async (...given: readonly unknown[]) => {
      const { databaseUrl, json, ...values } = command.opts<Given & { databaseUrl: string; json: boolean }>();
      const named = Object.fromEntries(
        parameters.map((one, at) => [camelCase(one.name), given[at] as string]),
      );
      await over(databaseUrl, async (database) => {
        const answer = await run(database, { ...(values as Given), ...named });
        write(json ? `${JSON.stringify(answer.data)}\n` : `${answer.text}\n`);
      });
    });
}

type Given = Readonly<Record<string, string | undefined>>;

function optionOf(definition: AgencyCommandOption): Option {
  const { flags, description, variable, default: preset, choices, isRequired = false } = definition;
  const option = new Option(flags, description).makeOptionMandatory(isRequired);
  if (variable !== undefined) option.env(variable);
  if (preset !== undefined) option.default(preset);
  if (choices !== undefined) option.choices(choices);
  return option;
}

function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
