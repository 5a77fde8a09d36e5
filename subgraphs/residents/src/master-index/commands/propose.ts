import { reviewKey } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import { IndexRefusal } from '../refusal.ts';
import { requireActive } from './link.ts';

/**
 * Asks whether two residents are one, for a person who says so and needs a second one to. A question that was answered
 * before is open again. Gives its id.
 *
 * @throws IndexRefusal UNKNOWN_RESIDENT, RESIDENT_NOT_ACTIVE, SAME_RESIDENT
 */
export async function propose(store: IndexStore, survivor: string, merged: string): Promise<string> {
  if (survivor === merged) throw new IndexRefusal('SAME_RESIDENT');
  await requireActive(store, survivor);
  await requireActive(store, merged);
  const [[record], [other = null]] = [await store.recordsOf(merged), await store.recordsOf(survivor)];
  if (record === undefined) throw new IndexRefusal('UNKNOWN_RECORD');
  const question = { kind: 'POTENTIAL_DUPLICATE', record, resident: survivor, other, weight: null } as const;
  const id = reviewKey(question);
  const before = await store.get('review', id);
  if (before?.status !== 'OPEN') await store.set('review', id, { ...question, status: 'OPEN' });
  return id;
}
