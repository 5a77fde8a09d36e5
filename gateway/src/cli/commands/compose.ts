import { writeFile } from 'node:fs/promises';

import type { Command } from 'commander';

import type { Supergraph } from '../../supergraph/index.ts';
import { composeSupergraph } from '../../supergraph/index.ts';
import { exitCode } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { listing } from '../listing.ts';
import type { Terminal } from '../terminal.ts';

interface ComposeOptions {
  readonly supergraph: string;
  readonly output?: string;
  readonly json?: true;
}

/** `compose`: the supergraph's SDL. */
export function addCompose(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('compose')
    .summary("join the agencies' schemas into one supergraph")
    .description("Composes the agencies' schemas and prints the supergraph, or writes it to a file.")
    .option('--supergraph <file>', 'list of the subgraphs', 'supergraph.yaml')
    .option('--output <file>', 'write the supergraph to a file')
    .option('--json', 'print the result as one JSON object')
    .addHelpText('after', '\nExample:\n  $ resident-graph compose --output gateway/supergraph.graphql')
    .action(async (options: ComposeOptions) => end(await compose(options, terminal)));
}

async function compose(options: ComposeOptions, terminal: Terminal): Promise<ExitCode> {
  const composition = await composeSupergraph(options.supergraph);
  if (composition.kind === 'refused') {
    const { problems } = composition;
    if (options.json) terminal.data(JSON.stringify({ ok: false, problems }));
    else terminal.message(listing(problems, terminal.hasColours));
    return exitCode.failed;
  }
  const { supergraph, hints } = composition;
  if (options.output !== undefined) await writeFile(options.output, withEnd(supergraph.sdl));
  if (options.json) terminal.data(JSON.stringify({ ok: true, ...summary(supergraph, options), hints }));
  else show(supergraph, hints, options, terminal);
  return exitCode.ok;
}

function show(
  { sdl, agencies }: Supergraph,
  hints: readonly string[],
  { output }: ComposeOptions,
  terminal: Terminal,
): void {
  hints.forEach((hint) => terminal.message(`Hint: ${hint}`));
  if (output === undefined) terminal.data(sdl.trimEnd());
  else terminal.message(`${output}: ${agencies.map(({ name }) => name).join(', ')}`);
}

function summary({ id, agencies, sdl }: Supergraph, { output }: ComposeOptions): object {
  return { id, agencies, ...(output === undefined ? { sdl } : { output }) };
}

function withEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
