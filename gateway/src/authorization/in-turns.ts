import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Works through items in their order, and lets others have their turn after each so many: what takes long must not
 * keep the requests of others waiting.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  itemsInOneTurn: number,
  work: (item: Item) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    // One after the other is the purpose.
    // oxlint-disable-next-line no-await-in-loop
    if (index > 0 && index % itemsInOneTurn === 0) await nextTurn();
    // oxlint-disable-next-line no-await-in-loop
    results.push(await work(item));
  }
  return results;
}
