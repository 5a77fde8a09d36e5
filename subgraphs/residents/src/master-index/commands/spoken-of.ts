import { constraintKey } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import { linkOf } from './link.ts';

/** Whether a person has linked a record of either resident, or has told records of the two apart. */
export async function areSpokenOf(store: IndexStore, one: string, other: string): Promise<boolean> {
  return (
    (await store.hasManualLink(one)) ||
    (await store.hasManualLink(other)) ||
    (await areToldApart(store, one, other))
  );
}

/**
 * Whether linking a record would end its resident and with it what a person has said: that the record is that
 * resident's, or that it is not of the one to whom it would go.
 */
export async function endsSpokenOf(store: IndexStore, record: string, resident: string): Promise<boolean> {
  const former = await linkOf(store, record);
  if ((await store.recordsOf(former)).length > 1) return false;
  return (await store.hasManualLink(former)) || areToldApart(store, former, resident);
}

async function areToldApart(store: IndexStore, one: string, other: string): Promise<boolean> {
  const theirs = await store.recordsOf(other);
  const keys = (await store.recordsOf(one)).flatMap((mine) => theirs.map((two) => constraintKey(mine, two)));
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await store.get('constraint', key))?.kind === 'CANNOT_LINK') return true;
  }
  return false;
}
