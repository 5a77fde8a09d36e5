import type { Failure } from '../../../errors/index.ts';
import { failure } from '../../../errors/index.ts';

/** The log can't be opened: what is wrong, where, and what to do. */
export function unusable(problem: string, place: string, remedy: string): Failure {
  return failure('LEDGER_UNUSABLE', { message: `${problem} ${remedy}`, place });
}

/** What helps where a file was altered or lost. */
export const restoreRemedy =
  'Run verify-ledger to see what differs, and restore the file from its copy; nothing was changed here.';
