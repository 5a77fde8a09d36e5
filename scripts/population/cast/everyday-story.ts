import { addChildren, addMember, drawBirthDate } from '../households/index.ts';
import type { Story } from './story.ts';

/** A household in hardship like many; only that every agency knows its head. */
export const everydayStory: Story = {
  title: 'A household in hardship',
  traps: [],
  tell: (draft) => {
    draft.means = draft.chance.pick(['poor', 'low']);
    const birthDate = drawBirthDate(draft.chance, 24, 58);
    const head = addMember(draft, { relationship: 'head', birthDate, scripted: true });
    addChildren(draft, { parents: [head], count: draft.chance.integer(0, 3) });
  },
};
