import { constraintKey } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import { IndexRefusal } from '../refusal.ts';
import { issueResidentId } from '../resident-id.ts';
import { linkOf } from './link.ts';

/**
 * A person says that a record is not of its resident. It goes to the resident whose it was before a merge, or to a
 * new one, and can no longer be linked with the records that it leaves behind.
 *
 * @throws IndexRefusal UNKNOWN_RECORD, ONLY_RECORD
 */
export async function unlink(store: IndexStore, record: string): Promise<void> {
  const former = await linkOf(store, record);
  const companions = (await store.recordsOf(former)).filter((other) => other !== record);
  if (companions.length === 0) throw new IndexRefusal('ONLY_RECORD');
  const resident = (await store.formerResidentOf(record, former)) ?? issueResidentId();
  await store.set('resident', resident, { status: 'ACTIVE', replacedBy: null });
  await store.set('link', record, { resident, method: 'MANUAL' });
  for (const companion of companions) {
    // oxlint-disable-next-line no-await-in-loop
    await store.set('constraint', constraintKey(record, companion), { kind: 'CANNOT_LINK' });
  }
}
