import type { HouseholdDraft } from '../households/index.ts';
import { claimBenefits } from './claim-benefits.ts';
import { die } from './die.ts';
import { fallIll } from './fall-ill.ts';
import { getArrested } from './get-arrested.ts';
import { giveContacts } from './give-contacts.ts';
import { leaveJail } from './leave-jail.ts';
import { loseHome } from './lose-home.ts';
import { markTraps } from './mark-traps.ts';
import { placeChildren } from './place-children.ts';
import { raiseChildren } from './raise-children.ts';
import { referByCourt } from './refer-by-court.ts';
import { resistWriting } from './resist-writing.ts';
import { settleHomes } from './settle-homes.ts';
import { spiralDown } from './spiral-down.ts';
import { sufferViolence } from './suffer-violence.ts';
import { work } from './work.ts';

type Life = (draft: HouseholdDraft) => void;

/** What happens to a household, in the order in which the parts depend on one another. */
const lives: readonly Life[] = [
  die,
  raiseChildren,
  fallIll,
  getArrested,
  spiralDown,
  referByCourt,
  leaveJail,
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
