import { type Command, CommanderError } from 'commander';

/** What a script's process says when it ends. */
const exitCode = { done: 0, failed: 1, misused: 2 } as const;

/**
 * Runs the command that the process was called with.
 *
 * The exit code is 0 when it is done, 1 when its action rejects (and the message is on standard error), 2 when the
 * words were not understood; an action may set another.
 */
export async function runCommand(command: Command): Promise<void> {
  for (const each of [command, ...command.commands]) each.exitOverride();
  try {
    await command.parseAsync();
  } catch (thrown) {
    process.exitCode = codeOf(thrown);
  }
}

function codeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCode.done : exitCode.misused;
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  return exitCode.failed;
}
