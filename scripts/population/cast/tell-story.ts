import type { HouseholdDraft } from '../households/index.ts';
import { cast } from './cast.ts';
import { meetEveryAgency } from './meet-every-agency.ts';

/** Tells the household's story, if it belongs to the cast. Answers whether it does. */
export function tellStory(draft: HouseholdDraft): boolean {
  const story = cast[draft.number - 1];
  if (story === undefined) return false;
  draft.means = 'poor';
  draft.formedOn = draft.chance.date('2016-01-01', '2018-12-31');
  story.tell(draft);
  meetEveryAgency(draft);
  return true;
}
