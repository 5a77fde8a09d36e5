/** The population that the corpus asks about. Another one would have other answers. */
export const population = { residents: 200, seed: 1 } as const;
