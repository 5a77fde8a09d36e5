/** What comes of asking whether something may be shown, the strictest first. */
const verdicts = ['conceal', 'withhold', 'permit'] as const;

/** `conceal`: nothing may show that anything was withheld. */
export type Verdict = (typeof verdicts)[number];

/** What holds where all are needed. */
export function strictest(given: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => given.includes(verdict)) ?? 'permit';
}

/** What holds where any one is enough. */
export function mildest(given: readonly Verdict[]): Verdict {
  return verdicts.findLast((verdict) => given.includes(verdict)) ?? 'withhold';
}
