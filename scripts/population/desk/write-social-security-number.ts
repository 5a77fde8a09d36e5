import type { Chance, DataQuality, WrittenIdentity } from '../recorder.ts';
import type { Person } from '../truth.ts';
import type { ErrorProfile } from './error-profile.ts';
import { missingQuality } from './missing-quality.ts';
import { miswriteDigits } from './miswrite-digits.ts';

type WrittenNumber = Pick<WrittenIdentity, 'socialSecurityNumber' | 'socialSecurityNumberQuality'>;

const shareRefusedWithMissingCodes = 0.8;

/** The number as written. HMIS 3.02: 1 full, 2 approximate or partial, 8, 9 and 99 for the kinds of missing. */
export function writeSocialSecurityNumber(
  person: Person,
  profile: ErrorProfile,
  chance: Chance,
): WrittenNumber {
  const number = person.socialSecurityNumber;
  const refuses = person.traps.includes('missingCodes') ? shareRefusedWithMissingCodes : 0;
  if (number === null || chance.happens(Math.max(refuses, profile.socialSecurityNumberMissing))) {
    return written(null, missingQuality(chance));
  }
  if (chance.happens(profile.lastFourOnly)) return written(number.slice(-4), 2);
  if (chance.happens(profile.socialSecurityNumberDigitWrong))
    return written(miswriteDigits(number, chance), 1);
  return written(number, 1);
}

function written(
  socialSecurityNumber: string | null,
  socialSecurityNumberQuality: DataQuality,
): WrittenNumber {
  return { socialSecurityNumber, socialSecurityNumberQuality };
}
