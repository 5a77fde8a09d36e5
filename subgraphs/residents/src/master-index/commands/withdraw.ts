import type { IndexStore } from '../index-store.ts';

/** An agency has taken a record back. It stays linked, so that its history can be told, and is compared with no other. */
export async function withdraw(store: IndexStore, id: string): Promise<void> {
  const record = await store.get('record', id);
  if (record?.isActive === true) await store.set('record', id, { ...record, isActive: false });
}
