import type { ReviewKind } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';

/** Questions whether a record belongs to a resident who has it already, and those whether it should stay. */
const asksToJoin: readonly ReviewKind[] = ['POSSIBLE_MATCH', 'CONTRADICTION', 'POTENTIAL_DUPLICATE'];

/**
 * Closes the questions that what was done has answered: whether they are one, of those who are one now; whether a
 * record should stay, of one that has left. An undo opens them again.
 */
export async function settle(store: IndexStore): Promise<void> {
  for (const { id, own, asked } of await store.questionsAbout(store.movedBetween())) {
    // oxlint-disable-next-line no-await-in-loop
    const question = await store.get('review', id);
    if (question === null) continue;
    // oxlint-disable-next-line no-await-in-loop
    const state = await store.get('resident', asked);
    const isTogether = own === (state?.replacedBy ?? asked);
    if (isTogether !== asksToJoin.includes(question.kind)) continue;
    // oxlint-disable-next-line no-await-in-loop
    await store.set('review', id, { ...question, status: 'DECIDED' });
  }
}
