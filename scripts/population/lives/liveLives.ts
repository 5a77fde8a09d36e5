import type { HouseholdDraft } from '../households/index.ts';
import { claimBenefits } from './claimBenefits.ts';
import { die } from './die.ts';
import { fallIll } from './fallIll.ts';
import { getArrested } from './getArrested.ts';
import { giveContacts } from './giveContacts.ts';
import { loseHome } from './loseHome.ts';
import { markTraps } from './markTraps.ts';
import { placeChildren } from './placeChildren.ts';
import { raiseChildren } from './raiseChildren.ts';
import { resistWriting } from './resistWriting.ts';
import { settleHomes } from './settleHomes.ts';
import { spiralDown } from './spiralDown.ts';
import { sufferViolence } from './sufferViolence.ts';
import { work } from './work.ts';

type Life = (draft: HouseholdDraft) => void;

/** What happens to a household, in the order in which the parts depend on one another. */
const lives: readonly Life[] = [
  die,
  raiseChildren,
  fallIll,
  getArrested,
  spiralDown,
  sufferViolence,
  placeChildren,
  loseHome,
  work,
  claimBenefits,
  settleHomes,
  giveContacts,
  resistWriting,
  markTraps,
];

/** Lets chance live the lives of the household's members. */
export function liveLives(draft: HouseholdDraft): void {
  for (const live of lives) live(draft);
}
