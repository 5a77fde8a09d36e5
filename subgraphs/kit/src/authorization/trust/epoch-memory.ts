/** Tells whether a policy's epoch has been overtaken. */
export interface EpochMemory {
  /** @param now - milliseconds since 1970 */
  readonly isCurrent: (epoch: number, now: number) => boolean;
}

/** How long after a newer epoch was first seen an older one is still accepted, for several gateways to follow. */
const graceMilliseconds = 2000;

/** An epoch is current unless a higher one was first seen more than two seconds ago. */
export function createEpochMemory(): EpochMemory {
  let settled = -Infinity;
  let rising: { readonly epoch: number; readonly seenAt: number }[] = [];
  const settle = (now: number): void => {
    const aged = rising.filter(({ seenAt }) => now - seenAt > graceMilliseconds);
    if (aged.length === 0) return;
    settled = Math.max(settled, ...aged.map(({ epoch }) => epoch));
    rising = rising.filter(({ seenAt }) => now - seenAt <= graceMilliseconds);
  };
  return {
    isCurrent(epoch, now) {
      settle(now);
      if (epoch < settled) return false;
      const highest = rising.at(-1)?.epoch ?? settled;
      if (epoch > highest) rising.push({ epoch, seenAt: now });
      return true;
    },
  };
}
