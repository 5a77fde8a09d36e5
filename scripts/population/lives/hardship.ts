import type { HouseholdDraft, PersonDraft } from '../households/index.ts';

const byMeans = { poor: 2.8, low: 1.5, middle: 0.6, comfortable: 0.3 } as const;

/** How much likelier than on average trouble is for members of the household. */
export function hardshipOf(draft: HouseholdDraft): number {
  return byMeans[draft.means];
}

/** Those to whom chance may bring trouble: nobody whose story is written. */
export function open(draft: HouseholdDraft): readonly PersonDraft[] {
  return draft.members.filter((member) => !member.scripted);
}
