import type { IndexStore } from '../index-store.ts';

/**
 * Of two residents who become one, the one whose id stays and then the other: who has a link that a person made, else
 * who has more records, else whose records are here longer.
 */
export async function survivorFirst(
  store: IndexStore,
  one: string,
  other: string,
): Promise<readonly [survivor: string, merged: string]> {
  const [ofOne, ofOther] = [await standingOf(store, one), await standingOf(store, other)];
  const at = ofOne.findIndex((value, place) => value !== ofOther[place]);
  return at < 0 || (ofOne[at] ?? 0) > (ofOther[at] ?? 0) ? [one, other] : [other, one];
}

async function standingOf(store: IndexStore, resident: string): Promise<readonly number[]> {
  const records = await store.recordsOf(resident);
  const since = await store.linkedSince(resident);
  return [(await store.hasManualLink(resident)) ? 1 : 0, records.length, -since];
}
