import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

import type { PurposeOfUse } from '../../authentication/index.ts';
import type { Requester } from '../../authorization/index.ts';
import {
  comparePolicies,
  losingOperations,
  readAgreements,
  whatCanSee,
  whoCouldSee,
} from '../../authorization/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { listing } from '../listing.ts';
import type { RuleOptions, RulesRead } from '../rules/index.ts';
import {
  agreementsFolder,
  operationsOfManifest,
  purposeOption,
  readRules,
  withRuleOptions,
} from '../rules/index.ts';
import { accessText, changesText, lossesText } from '../simulation-text.ts';
import type { Terminal } from '../terminal.ts';

type Rules = Extract<RulesRead, { readonly kind: 'read' }>;

/** What a simulation found: for machines, and for people. */
interface Simulated {
  readonly data: object;
  readonly text: string;
}

interface RoleOptions extends RuleOptions {
  readonly purpose?: PurposeOfUse;
  readonly application?: string;
}

interface EndOptions extends RuleOptions {
  readonly trustedDocuments?: string;
}

/** `simulate`: what the rules come to for everybody, and what a change of them would. */
export function addSimulate(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  const command = program
    .command('simulate')
    .summary('say who could see what, and what a change of agreements would do')
    .description(
      'Decides for everybody whom agreements name and for every purpose, at best: with all trainings and the highest assurance.',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph simulate end snap-administration --trusted-documents manifest.json',
    );
  const run: Run = async (options, simulate) => end(await simulated(options, terminal, simulate));
  addField(command, run);
  addRole(command, run);
  addDifference(command, run);
  addEnd(command, run);
}

type Run = (options: RuleOptions, simulate: (rules: Rules, at: Date) => Promise<Simulated>) => Promise<void>;

function addField(command: Command, run: Run): void {
  const field = command
    .command('field')
    .summary('who could see a field')
    .argument('<coordinate>', 'Type.field');
  withRuleOptions(field).action((coordinate: string, options: RuleOptions) =>
    run(options, async ({ parts }, at) => {
      if (!parts.requirements.coordinates.includes(coordinate)) throw new Error(`There is no ${coordinate}.`);
      const access = await whoCouldSee(coordinate, parts, at);
      return { data: { access }, text: accessText(access, 'requester') };
    }),
  );
}

function addRole(command: Command, run: Run): void {
  const role = command
    .command('role')
    .summary('what somebody in a role can see')
    .argument('<role@agency>', 'for example probation-officer@justice', roleAtAgency);
  withRuleOptions(role)
    .addOption(purposeOption())
    .option('--application <name>', 'by this application')
    .action((requester: Omit<Requester, 'application'>, options: RoleOptions) =>
      run(options, async ({ parts }, at) => {
        const { application = null, purpose = null } = options;
        const access = await whatCanSee({ ...requester, application }, purpose, parts, at);
        return { data: { access }, text: accessText(access, 'subject') };
      }),
    );
}

function addDifference(command: Command, run: Run): void {
  const difference = command
    .command('difference')
    .summary('what another set of agreements would change')
    .argument('<folder>', 'the other agreements; its categories.yaml is not looked at');
  withRuleOptions(difference).action((folder: string, options: RuleOptions) =>
    run(options, async ({ parts }, at) => {
      const read = await readAgreements(folder, parts.catalogue);
      if (read.kind === 'refused') throw new Error(listing(read.problems, false));
      const { changes } = await comparePolicies(parts, { ...parts, agreements: read.agreements }, at);
      return { data: { changes }, text: changesText(changes) };
    }),
  );
}

function addEnd(command: Command, run: Run): void {
  const ending = command
    .command('end')
    .summary('what would end with an agreement')
    .argument('<agreement>', 'its id');
  withRuleOptions(ending)
    .option('--trusted-documents <file>', 'name the registered operations that would lose fields')
    .action((id: string, options: EndOptions) =>
      run(options, async ({ parts, schema }, at) => {
        const agreements = parts.agreements.filter((agreement) => agreement.id !== id);
        if (agreements.length === parts.agreements.length) throw new Error(`There is no agreement ${id}.`);
        const comparison = await comparePolicies(parts, { ...parts, agreements }, at);
        const registered = await operationsOfManifest(options.trustedDocuments, schema);
        const operations = await losingOperations(comparison, registered, schema);
        const { changes } = comparison;
        return { data: { changes, operations }, text: changesText(changes) + lossesText(operations) };
      }),
    );
}

async function simulated(
  options: RuleOptions,
  terminal: Terminal,
  simulate: (rules: Rules, at: Date) => Promise<Simulated>,
): Promise<ExitCode> {
  const { supergraph, json, at = new Date() } = options;
  const rules = await readRules({ supergraph, agreements: agreementsFolder(options) });
  if (rules.kind === 'refused') {
    if (json) terminal.data(JSON.stringify({ ok: false, problems: rules.problems }));
    else terminal.message(listing(rules.problems, terminal.hasColours));
    return exitCode.failed;
  }
  const { data, text } = await simulate(rules, at);
  terminal.data(json ? JSON.stringify({ ok: true, ...data }) : text);
  return exitCode.ok;
}

function roleAtAgency(text: string): Omit<Requester, 'application'> {
  const [role, agency, ...others] = text.split('@');
  if (role && agency && others.length === 0) return { role, agency };
  throw new InvalidArgumentError('It is not role@agency.');
}
