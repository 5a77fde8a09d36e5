import type { HouseholdDraft } from '../households/index.ts';
import { giveContacts } from './giveContacts.ts';
import { settleHomes } from './settleHomes.ts';

type Life = (draft: HouseholdDraft) => void;

/** What happens to a household, in the order in which the parts depend on one another. */
const lives: readonly Life[] = [settleHomes, giveContacts];

/** Lets chance live the lives of the household's members. */
export function liveLives(draft: HouseholdDraft): void {
  for (const live of lives) live(draft);
}
