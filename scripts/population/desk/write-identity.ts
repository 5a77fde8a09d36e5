import type { Chance, WrittenIdentity } from '../recorder.ts';
import type { Person } from '../truth.ts';
import type { ErrorProfile } from './error-profile.ts';
import { writeBirthDate } from './write-birth-date.ts';
import { writeContact } from './write-contact.ts';
import { writeName } from './write-name.ts';
import { writeSocialSecurityNumber } from './write-social-security-number.ts';

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
