/** Remembers which nonces were used, for as long as a signature with them would be accepted. */
export interface NonceWindow {
  /**
   * @param created - seconds since 1970, of a signature that is acceptable now
   * @returns false if the nonce was used, or if so many were used that no more can be remembered
   */
  readonly use: (nonce: string, created: number, now: number) => boolean;
}

/** Kept by the second in which signatures were made, so that forgetting costs nothing. */
export function createNonceWindow(secondsAccepted: number, mostNonces: number): NonceWindow {
  const used = new Map<number, Set<string>>();
  let remembered = 0;
  const forget = (now: number): void => {
    for (const [created, nonces] of used) {
      if (created >= now - secondsAccepted) continue;
      remembered -= nonces.size;
      used.delete(created);
    }
  };
  return {
    use(nonce, created, now) {
      forget(now);
      const nonces = used.get(created) ?? new Set<string>();
      if (nonces.has(nonce) || remembered >= mostNonces) return false;
      used.set(created, nonces.add(nonce));
      remembered += 1;
      return true;
    },
  };
}
