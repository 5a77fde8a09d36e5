import { holderText, takeLock } from '../../gateway/src/ledger/index.ts';

/**
 * Takes what a lock stands for until it is released or this process ends.
 *
 * @param inUse - what to say when another process has it, which is named
 * @returns what releases it
 * @throws Error that says so
 */
export async function occupy(path: string, inUse: (holder: string) => string): Promise<() => Promise<void>> {
  const decision = await takeLock(path);
  if (decision.kind === 'taken') return decision.release;
  throw new Error(inUse(holderText(decision.holder)));
}
