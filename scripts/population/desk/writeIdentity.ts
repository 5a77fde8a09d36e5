import type { Chance, WrittenIdentity } from '../recorder.ts';
import type { Person } from '../truth.ts';
import type { ErrorProfile } from './errorProfile.ts';
import { writeBirthDate } from './writeBirthDate.ts';
import { writeContact } from './writeContact.ts';
import { writeName } from './writeName.ts';
import { writeSocialSecurityNumber } from './writeSocialSecurityNumber.ts';

const shareRefusedWithMissingCodes = 0.6;

/** A person as a clerk of the agency wrote them down on that day. */
export function writeIdentity(
  person: Person,
  on: string,
  profile: ErrorProfile,
  chance: Chance,
): WrittenIdentity {
  const sexMissing = chance.happens(
    person.traps.includes('missingCodes') ? shareRefusedWithMissingCodes : profile.sexMissing,
  );
  return {
    ...writeName(person, on, profile, chance),
    sex: sexMissing ? null : person.sex,
    ...writeBirthDate(person, profile, chance),
    ...writeSocialSecurityNumber(person, profile, chance),
    ...writeContact(person, on, profile, chance),
  };
}
