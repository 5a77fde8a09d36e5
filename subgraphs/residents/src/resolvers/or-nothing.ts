/**
 * Null in place of an empty list, for what may be concealed: somebody who has nothing on file then looks exactly
 * like somebody whose record was taken away.
 */
export function orNothing<Item>(list: readonly Item[]): readonly Item[] | null {
  return list.length === 0 ? null : list;
}
