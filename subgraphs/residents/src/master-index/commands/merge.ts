import { constraintKey } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import { IndexRefusal } from '../refusal.ts';
import { requireActive, retire } from './link.ts';

/**
 * A person says that residents are one. Their records go to the survivor; their ids, and the ids that led to them,
 * lead there for ever. Where records had been told apart, this is the later word.
 *
 * @throws IndexRefusal UNKNOWN_RESIDENT, RESIDENT_NOT_ACTIVE, SAME_RESIDENT
 */
export async function merge(store: IndexStore, survivor: string, merged: string): Promise<void> {
  if (survivor === merged) throw new IndexRefusal('SAME_RESIDENT');
  await requireActive(store, survivor);
  await requireActive(store, merged);
  const staying = await store.recordsOf(survivor);
  for (const record of await store.recordsOf(merged)) {
    // oxlint-disable-next-line no-await-in-loop
    await allowTogether(store, record, staying);
    // oxlint-disable-next-line no-await-in-loop
    await store.set('link', record, { resident: survivor, method: 'MANUAL' });
  }
  await retire(store, merged, survivor);
}

async function allowTogether(store: IndexStore, record: string, others: readonly string[]): Promise<void> {
  for (const other of others) {
    const key = constraintKey(record, other);
    // oxlint-disable-next-line no-await-in-loop
    if ((await store.get('constraint', key))?.kind !== 'CANNOT_LINK') continue;
    // oxlint-disable-next-line no-await-in-loop
    await store.set('constraint', key, { kind: 'MUST_LINK' });
  }
}
