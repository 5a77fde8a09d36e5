import { readFile } from 'node:fs/promises';

import type { Command } from 'commander';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import { explainOperation } from '../../authorization/index.ts';
import type { GovernanceState, ResidentFacts } from '../../governance/index.ts';
import { openGovernance } from '../../governance/index.ts';
import { createLogger } from '../../telemetry/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { explanationText } from '../explanation-text.ts';
import { listing } from '../listing.ts';
import type { CallerOptions, RuleOptions } from '../rules/index.ts';
import {
  agreementsFolder,
  callerOf,
  purposeOption,
  readFactsFile,
  readRules,
  withCallerOptions,
  withRuleOptions,
} from '../rules/index.ts';
import type { Terminal } from '../terminal.ts';

interface ExplainOptions extends RuleOptions, CallerOptions {
  readonly purpose?: PurposeOfUse;
  readonly resident?: string;
  readonly facts?: string;
  readonly governanceDatabase?: string;
  readonly operationName?: string;
  readonly variables: string;
}

/** `explain`: what an operation would be answered, and why. */
export function addExplain(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .summary('say what an operation would be answered, and why')
    .description(
      'Says of each field of an operation whether it would be returned or withheld: by which agreement, clause and statute, and what would change it.\nWithout --resident it says what depends on the resident.',
    )
    .argument('<operation>', 'a file, or the text itself');
  withRuleOptions(withCallerOptions(command))
    .addOption(purposeOption())
    .option('--resident <id>', 'the resident whom the operation is about')
    .option('--facts <file>', 'facts about the resident, JSON')
    .option('--governance-database <url>', 'read the facts and what is declared and restricted from there')
    .option('--operation-name <name>', 'which operation of the document')
    .option('--variables <json>', 'values of its variables', '{}')
    .addHelpText(
      'after',
      '\nExample:\n  $ resident-graph explain page.graphql --agency housing --role housing-caseworker --purpose HOUSING_PLACEMENT',
    )
    .action(async (operation: string, options: ExplainOptions) =>
      end(await explain(operation, options, terminal)),
    );
}

async function explain(operation: string, options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const at = options.at ?? new Date();
  const caller = callerOf(options);
  const { state, facts } = await factsOf(options, caller, at);
  const files = { supergraph: options.supergraph, agreements: agreementsFolder(options) };
  const read = await readRules(files, state);
  if (read.kind === 'refused') {
    if (options.json) terminal.data(JSON.stringify({ ok: false, problems: read.problems }));
    else terminal.message(listing(read.problems, terminal.hasColours));
    return exitCode.failed;
  }
  const document = await readOperation(operation, read.schema);
  const { purpose = null, operationName = null } = options;
  const variables = JSON.parse(options.variables) as Record<string, unknown>;
  const request = { document, operationName, variables, caller, purpose, facts, at };
  const explanation = await explainOperation(request, read.parts, read.schema);
  if (options.json) terminal.data(JSON.stringify({ ok: true, ...explanation }));
  else terminal.data(explanationText(explanation));
  return exitCode.ok;
}

/** @throws GraphQLError if it isn't an operation that the schema answers */
async function readOperation(operation: string, schema: GraphQLSchema): Promise<DocumentNode> {
  const text = await readFile(operation, 'utf8').catch(() => operation);
  const document = parse(text);
  const [error] = validate(schema, document);
  if (error) throw error;
  return document;
}

/** What is known: from the database, else from the file, else nothing. */
async function factsOf(
  { resident, facts: file, governanceDatabase }: ExplainOptions,
  caller: Caller,
  at: Date,
): Promise<{ readonly state?: GovernanceState; readonly facts: ResidentFacts | null }> {
  if (file !== undefined) return { facts: await readFactsFile(file, resident ?? 'resident') };
  if (governanceDatabase !== undefined) return factsFrom(governanceDatabase, resident, caller, at);
  if (resident === undefined) return { facts: null };
  return { facts: { residentId: resident, consents: [], relationships: [], breakGlass: null } };
}

async function factsFrom(
  database: string,
  resident: string | undefined,
  caller: Caller,
  at: Date,
): Promise<{ readonly state: GovernanceState; readonly facts: ResidentFacts | null }> {
  const governance = await openGovernance({ database, log: createLogger('error') });
  try {
    const { facts: source } = governance;
    if (resident === undefined) return { state: source.state(), facts: null };
    const known = await source.factsOf([resident], caller, at);
    return { state: source.state(), facts: known.get(resident) ?? null };
  } finally {
    await governance.close();
  }
}
