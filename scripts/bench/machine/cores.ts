import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Who runs on which core: the contender has one of its own. */
export const cores = { contender: 0, others: 1 } as const;

/** False where there is no `taskset`, or no second core. */
export const isPinned = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command that runs a command on one core only, with all its threads and children. */
export function pinnedTo(core: number, command: readonly string[]): readonly string[] {
  return isPinned ? ['taskset', '-c', String(core), ...command] : command;
}

/** Keeps the benchmark itself away from the contender's core. */
export function pinThisProcess(core: number): void {
  if (isPinned) spawnSync('taskset', ['-acp', String(core), String(process.pid)]);
}
