import { constraintKey, isSame, type Change } from '../changes.ts';
import type { IndexEvent } from '../index-event.ts';
import type { IndexStore } from '../index-store.ts';
import { IndexRefusal } from '../refusal.ts';
import { retire } from './link.ts';

type ChangeOf<K extends Change['kind']> = Extract<Change, { readonly kind: K }>;

/** What a person does moves records of two residents; only the machine links those of many at once. */
const mostResidents = 20;

/**
 * Undoes an event. What is still as the event left it becomes what it was; what was changed since stays.
 *
 * 1. Residents who were active before are active again, if a record goes back to them.
 * 2. Records go back to the residents whose they were, where those are active.
 * 3. Residents whom the event had made active, and who have no record left, lead to the ones who have.
 * 4. Constraints, questions and what was written in records become what they were. No record is lost: one that the
 *    event brought is withdrawn and stays linked.
 * 5. Records that the event had put together cannot be linked any more: a person has said that it was wrong.
 *
 * @throws IndexRefusal UNKNOWN_EVENT, ALREADY_UNDONE, TOO_MANY_RESIDENTS of a load of many at once
 */
export async function undo(store: IndexStore, sequence: number): Promise<void> {
  const event = await store.event(sequence);
  if (event === null) throw new IndexRefusal('UNKNOWN_EVENT');
  if (await store.isUndone(sequence)) throw new IndexRefusal('ALREADY_UNDONE');
  if (residentsOf(event).size > mostResidents) throw new IndexRefusal('TOO_MANY_RESIDENTS');
  const untouched = await untouchedOf(store, event);
  const residents = ofKind(untouched, 'resident');
  const links = ofKind(untouched, 'link').filter(({ before }) => before !== null);
  await inTurn(residents, (change) => reactivate(store, change, links));
  const moved = await moveBack(store, links);
  await inTurn(residents.toReversed(), (change) => stepAside(store, change, event));
  await inTurn(ofKind(untouched, 'constraint'), ({ key, before }) => store.set('constraint', key, before));
  await inTurn(ofKind(untouched, 'review'), ({ key, before }) => store.set('review', key, before));
  await inTurn(ofKind(untouched, 'record'), ({ key, before, after }) =>
    store.set('record', key, before ?? (after && { ...after, isActive: false })),
  );
  if (event.type === 'LINK' || event.type === 'MERGE') await tellApart(store, moved);
}

/** From whom and to whom records went. */
function residentsOf({ changes }: IndexEvent): ReadonlySet<string> {
  const states = ofKind(changes, 'link').flatMap(({ before, after }) => [before, after]);
  return new Set(states.flatMap((state) => (state === null ? [] : [state.resident])));
}

async function untouchedOf(store: IndexStore, { changes }: IndexEvent): Promise<readonly Change[]> {
  const untouched: Change[] = [];
  await inTurn(changes, async (change) => {
    if (isSame(await store.get(change.kind, change.key), change.after)) untouched.push(change);
  });
  return untouched;
}

async function reactivate(
  store: IndexStore,
  { key, before }: ChangeOf<'resident'>,
  links: readonly ChangeOf<'link'>[],
): Promise<void> {
  const regains = links.some((link) => link.before?.resident === key);
  if (before?.status === 'ACTIVE' && regains) await store.set('resident', key, before);
}

/** Gives the records that went back, each with the resident from whom. */
async function moveBack(
  store: IndexStore,
  links: readonly ChangeOf<'link'>[],
): Promise<readonly { readonly record: string; readonly from: string }[]> {
  const moved: { record: string; from: string }[] = [];
  await inTurn(links, async ({ key, before, after }) => {
    if (before === null || after === null) return;
    if ((await store.get('resident', before.resident))?.status !== 'ACTIVE') return;
    await store.set('link', key, before);
    moved.push({ record: key, from: after.resident });
  });
  return moved;
}

async function stepAside(store: IndexStore, change: ChangeOf<'resident'>, event: IndexEvent): Promise<void> {
  if (change.before?.status === 'ACTIVE' || (await store.recordsOf(change.key)).length > 0) return;
  const survivor = change.before === null ? destination(change.key, event) : change.before.replacedBy;
  const isThere = survivor !== null && (await store.get('resident', survivor))?.status === 'ACTIVE';
  if (isThere) await retire(store, change.key, survivor);
}

/** To whom the records of a resident go back, whom the event had brought. */
function destination(resident: string, { changes }: IndexEvent): string | null {
  const link = ofKind(changes, 'link').find(({ after }) => after?.resident === resident);
  return link?.before?.resident ?? null;
}

async function tellApart(
  store: IndexStore,
  moved: readonly { readonly record: string; readonly from: string }[],
): Promise<void> {
  await inTurn(moved, async ({ record, from }) => {
    await inTurn(await store.recordsOf(from), (other) =>
      store.set('constraint', constraintKey(record, other), { kind: 'CANNOT_LINK' }),
    );
  });
}

function ofKind<K extends Change['kind']>(changes: readonly Change[], kind: K): readonly ChangeOf<K>[] {
  return changes.filter((change): change is ChangeOf<K> => change.kind === kind);
}

/** One after the other: all go through one transaction. */
async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop
  for (const item of items) await work(item);
}
