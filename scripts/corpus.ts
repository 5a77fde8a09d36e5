/** `npm run corpus`: asks the reference engine every question of the corpus, and compares or pins the answers. */
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { Command } from 'commander';

import { startEnvironment, type Environment } from '../tests/support/start-environment.ts';
import { runCommand, wholeNumber } from './command/index.ts';
import {
  answeredOperations,
  askOperation,
  generateOperations,
  population,
  printAnswer,
  readAnswer,
  readOperations,
  referenceDefects,
  removeAnswer,
  removeGenerated,
  writeAnswer,
  writeOperation,
  type CorpusOperation,
} from './corpus/index.ts';

interface CorpusCommandOptions {
  readonly write: boolean;
  readonly generate?: number;
  readonly seed: number;
}

const command = new Command('npm run corpus --')
  .description(
    'Asks the reference engine every question of tests/corpus and compares the answers with the pinned ones.',
  )
  .option('-w, --write', 'pin what is answered now in place of what was pinned', false)
  .option(
    '-g, --generate <count>',
    'first write so many operations anew under operations/generated',
    wholeNumber(0),
  )
  .option('-s, --seed <number>', 'another number generates other operations', wholeNumber(0), 1)
  .addHelpText(
    'after',
    `
Examples:
  npm run corpus
  npm run corpus -- --write
  npm run corpus -- --generate 40 --write

Exit codes: 0 all answers are as pinned (or are now), 1 some differ, 2 wrong use`,
  )
  .action(runCorpus);

await runCommand(command);

async function runCorpus({ write, generate, seed }: CorpusCommandOptions): Promise<void> {
  const environment = await startEnvironment({ ...population, flags: { 'execution.engine': 'reference' } });
  try {
    if (generate !== undefined) await writeGenerated(await schemaOf(environment), { count: generate, seed });
    const operations = await readOperations();
    const changed = await changedAnswers(environment, operations, write);
    if (write) await removeOrphans(operations);
    report(operations.length, changed, write);
    if (!write && changed.length > 0) process.exitCode = 1;
  } finally {
    await environment.close();
  }
}

async function writeGenerated(
  schema: GraphQLSchema,
  options: { readonly count: number; readonly seed: number },
): Promise<void> {
  await removeGenerated();
  await Promise.all(generateOperations(schema, options).map((operation) => writeOperation(operation)));
}

/** The composed schema, as the gateway shows it to everybody. */
async function schemaOf(environment: Environment): Promise<GraphQLSchema> {
  const { data } = await environment.ask(getIntrospectionQuery());
  return buildClientSchema(data as IntrospectionQuery);
}

/** Names of the operations whose answer isn't the pinned one; pins it, if asked to. Known defects aren't asked for. */
async function changedAnswers(
  environment: Environment,
  operations: readonly CorpusOperation[],
  write: boolean,
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const operation of operations.filter(({ name }) => !referenceDefects.has(name))) {
    // One after another, so that a slow machine doesn't run into the agencies' timeouts.
    // oxlint-disable-next-line no-await-in-loop
    if (await isChanged(environment, operation, write)) changed.push(operation.name);
  }
  return changed;
}

async function isChanged(
  environment: Environment,
  operation: CorpusOperation,
  write: boolean,
): Promise<boolean> {
  const text = await printAnswer(await askOperation(environment, operation));
  if (text === (await readAnswer(operation.name))) return false;
  if (write) await writeAnswer(operation.name, text);
  return true;
}

async function removeOrphans(operations: readonly CorpusOperation[]): Promise<void> {
  const names = new Set(operations.map(({ name }) => name));
  const orphans = (await answeredOperations()).filter((name) => !names.has(name));
  await Promise.all(orphans.map((name) => removeAnswer(name)));
}

function report(count: number, changed: readonly string[], write: boolean): void {
  const lines = changed.map((name) => `${write ? 'pinned ' : 'differs'}  ${name}`);
  process.stdout.write([...lines, `${count} operations, ${changed.length} changed`, ''].join('\n'));
}
