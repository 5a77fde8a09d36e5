import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

import type { PurposeOfUse } from '../../authentication/index.ts';
import { isPurposeOfUse } from '../../authentication/index.ts';
import { packageFile } from '../../package-file.ts';

/** The options of every command that asks the rules something. */
export interface RuleOptions {
  readonly supergraph: string;
  readonly agreements?: string;
  readonly at?: Date;
  readonly json?: true;
}

/** Adds them to a command. */
export function withRuleOptions(command: Command): Command {
  return command
    .option('--supergraph <file>', 'list of the subgraphs, or a composed supergraph', 'supergraph.yaml')
    .option('--agreements <folder>', "agreements and categories.yaml (default: the gateway's own)")
    .option('--at <time>', 'time to decide for, ISO 8601 (default: now)', instant)
    .option('--json', 'print the result as one JSON object');
}

/** The folder that is meant. */
export function agreementsFolder({ agreements }: Pick<RuleOptions, 'agreements'>): string {
  return agreements ?? packageFile('agreements');
}

/** `--purpose`, one of the known codes. */
export function purposeOption(): Option {
  return new Option('--purpose <code>', 'purpose of use').argParser((text: string): PurposeOfUse => {
    if (isPurposeOfUse(text)) return text;
    throw new InvalidArgumentError('It is none of the known purposes of use.');
  });
}

function instant(text: string): Date {
  const parsed = new Date(text);
  if (!Number.isNaN(parsed.getTime())) return parsed;
  throw new InvalidArgumentError('It is no time.');
}
