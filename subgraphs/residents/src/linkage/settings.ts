/** The numbers of linkage that are neither fitted nor belong to one comparison or key; README.md says where from. */
export const settings = {
  /** Random pairs from which chance agreement is estimated. */
  randomPairs: 300_000,
  /** A pair of less weight, in bits, begins no union. */
  leastWeight: -2,
  /** Two groups become one while the mean weight between them is above this, in bits. */
  guard: -2,
} as const;
