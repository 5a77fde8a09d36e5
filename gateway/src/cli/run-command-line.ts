import { Command, CommanderError } from 'commander';

import {
  addCheck,
  addCheckLedgerIndex,
  addCompose,
  addExplain,
  addExportDisclosures,
  addReconcile,
  addServe,
  addSimulate,
  addVerifyLedger,
  addWitness,
} from './commands/index.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs one command of `resident-graph`.
 *
 * @param words - what stands after the program's name
 * @returns 0 when all is well, 1 when something failed or a check found something, 2 when the words were not understood
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = commandLine(terminal, (ended) => (code = ended));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCode.ok : exitCode.badUsage;
    terminal.message(thrown instanceof Error ? thrown.message : String(thrown));
    return exitCode.failed;
  }
}

function commandLine(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('resident-graph')
    .description("One resident-centred graph over many agencies' databases.")
    .configureOutput({
      writeOut: (text) => terminal.data(text.trimEnd()),
      writeErr: (text) => terminal.message(text.trimEnd()),
    })
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride()
    .addHelpText('after', '\nExample:\n  $ resident-graph serve --supergraph supergraph.yaml');
  [
    addServe,
    addCompose,
    addCheck,
    addExplain,
    addSimulate,
    addVerifyLedger,
    addCheckLedgerIndex,
    addExportDisclosures,
    addReconcile,
    addWitness,
  ].forEach((add) => add(program, terminal, end));
  return program;
}
