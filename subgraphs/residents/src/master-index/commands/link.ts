import { constraintKey, type ResidentState } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import { IndexRefusal } from '../refusal.ts';

/**
 * A person says that a record is of a resident. It must be linked with the resident's records from now on; where a
 * person had told them apart, this is the later word.
 *
 * @throws IndexRefusal UNKNOWN_RECORD, UNKNOWN_RESIDENT, RESIDENT_NOT_ACTIVE, SAME_RESIDENT
 */
export async function link(store: IndexStore, record: string, resident: string): Promise<void> {
  const former = await linkOf(store, record);
  await requireActive(store, resident);
  if (former === resident) throw new IndexRefusal('SAME_RESIDENT');
  const companions = await store.recordsOf(resident);
  await store.set('link', record, { resident, method: 'MANUAL' });
  for (const companion of companions) {
    // oxlint-disable-next-line no-await-in-loop
    await store.set('constraint', constraintKey(record, companion), { kind: 'MUST_LINK' });
  }
  if ((await store.recordsOf(former)).length === 0) await retire(store, former, resident);
}

/** The resident of a record. */
export async function linkOf(store: IndexStore, record: string): Promise<string> {
  const linked = await store.get('link', record);
  if (linked === null) throw new IndexRefusal('UNKNOWN_RECORD');
  return linked.resident;
}

export async function requireActive(store: IndexStore, resident: string): Promise<ResidentState> {
  const state = await store.get('resident', resident);
  if (state === null) throw new IndexRefusal('UNKNOWN_RESIDENT');
  if (state.status !== 'ACTIVE') throw new IndexRefusal('RESIDENT_NOT_ACTIVE');
  return state;
}

/** A resident without records leads to the one who has them; so do the ids that led to it. */
export async function retire(store: IndexStore, resident: string, survivor: string): Promise<void> {
  const former = await store.replacedBy(resident);
  for (const id of [resident, ...former]) {
    // oxlint-disable-next-line no-await-in-loop
    await store.set('resident', id, { status: 'MERGED', replacedBy: survivor });
  }
}
