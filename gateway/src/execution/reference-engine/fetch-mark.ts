/**
 * What this gateway writes into the extensions of an error before @apollo/gateway carries it to the result:
 * an error without the mark is the engine's own, and its text stays inside.
 */
export const fetchMark: unique symbol = Symbol('resident-graph.fetch');

/** The fetch that an error belongs to; the same object for all errors of one fetch. */
export interface FetchMark {
  /** Set on an error that only measures whether the engine counts this fetch's entities as the agency does. */
  readonly probe?: true;
  readonly fetch: object;
}

/** The mark of an error, if it has one. */
export function markOf(extensions: unknown): FetchMark | undefined {
  if (typeof extensions !== 'object' || extensions === null || !(fetchMark in extensions)) return undefined;
  return extensions[fetchMark] as FetchMark;
}
