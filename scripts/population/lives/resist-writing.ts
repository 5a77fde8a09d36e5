import type { HouseholdDraft } from '../households/index.ts';
import { open } from './hardship.ts';

/** Some people are hard to write down correctly, whoever writes. */
export function resistWriting(draft: HouseholdDraft): void {
  for (const person of open(draft)) {
    if (draft.chance.happens(0.004)) person.traps.push('missingCodes');
    if (draft.chance.happens(draft.origin.language === null ? 0.002 : 0.012))
      person.traps.push('defaultBirthDate');
    if (draft.chance.happens(0.006)) person.traps.push('twoLocalRecords');
    if (person.birthSurname !== null && draft.chance.happens(0.15)) person.traps.push('maidenName');
  }
  if (draft.chance.happens(0.002)) shareNumber(draft);
}

/** Relatives who work under one number. */
function shareNumber(draft: HouseholdDraft): void {
  const [owner, other] = open(draft).filter((member) => member.relationshipToHead !== 'nonRelative');
  if (owner === undefined || other === undefined || owner.socialSecurityNumber === null) return;
  other.socialSecurityNumber = owner.socialSecurityNumber;
  owner.traps.push('sharedSocialSecurityNumber');
  other.traps.push('sharedSocialSecurityNumber');
}
