import { join } from 'node:path';

import { holderText, takeLock } from '../../locking/index.ts';
import { unusable } from './unusable.ts';

/**
 * Takes the folder for this log: two that write to one would break it.
 *
 * @returns gives the folder back
 * @throws Failure LEDGER_UNUSABLE if somebody has it who is alive
 */
export async function occupy(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'lock');
  const decision = await takeLock(path);
  if (decision.kind === 'taken') return decision.release;
  throw unusable(
    `${holderText(decision.holder)} writes to this ledger.`,
    path,
    'Stop it, or give each process a ledger.directory or number of its own; the lock of a process that ended is free.',
  );
}
