import { streetSuffixes, substituteAddress } from '../places/index.ts';
import type { Chance, WrittenIdentity } from '../recorder.ts';
import type { Address, AddressPeriod, Person, PhonePeriod } from '../truth.ts';
import type { ErrorProfile } from './error-profile.ts';
import { misspell } from './misspell.ts';
import { miswriteDigits } from './miswrite-digits.ts';

type WrittenContact = Pick<WrittenIdentity, 'address' | 'phone' | 'email'>;

/** Address, phone and e-mail as the person gave them that day; an old one for some. */
export function writeContact(
  person: Person,
  on: string,
  profile: ErrorProfile,
  chance: Chance,
): WrittenContact {
  return {
    address: writtenAddress(person, on, profile, chance),
    phone: writtenPhone(person, on, profile, chance),
    email: chance.happens(profile.emailMissing) ? null : person.email,
  };
}

function writtenAddress(person: Person, on: string, profile: ErrorProfile, chance: Chance): Address | null {
  const missing = chance.happens(profile.addressMissing);
  const period = periodOn(person.addresses, on, chance.happens(profile.addressOutdated));
  if (person.addressConfidential && !profile.keepsConfidentialAddress)
    return substituteAddress(person.number);
  return missing || period === null ? null : writtenOf(period, profile, chance);
}

function writtenPhone(person: Person, on: string, profile: ErrorProfile, chance: Chance): string | null {
  const period = periodOn(person.phones, on, chance.happens(profile.phoneOutdated));
  if (period === null || chance.happens(profile.phoneMissing)) return null;
  return chance.happens(profile.phoneDigitWrong) ? miswriteLine(period.number, chance) : period.number;
}

/** Errs in the last four digits only, so that the exchange stays 555. */
function miswriteLine(number: string, chance: Chance): string {
  return number.slice(0, 6) + miswriteDigits(number.slice(6), chance);
}

/** The period that holds the day; the one before it where an old one was given. None after it is ever written. */
function periodOn<Period extends AddressPeriod | PhonePeriod>(
  periods: readonly Period[],
  on: string,
  outdated: boolean,
): Period | null {
  const begun = periods.filter((period) => period.from <= on);
  const current = begun.findLast((period) => period.until === null || period.until > on) ?? null;
  return outdated ? (begun.findLast((period) => period !== current) ?? current) : current;
}

function writtenOf(address: AddressPeriod, profile: ErrorProfile, chance: Chance): Address {
  const { from: _from, until: _until, ...truth } = address;
  const line1 = chance.happens(profile.addressSpeltOut) ? speltOut(truth.line1) : truth.line1;
  return { ...truth, line1: chance.happens(profile.typoInAddress) ? misspelledStreet(line1, chance) : line1 };
}

const words = new Map(streetSuffixes.map(([[abbreviation, word]]) => [abbreviation, word]));

function speltOut(line: string): string {
  const parts = line.split(' ');
  const last = parts.pop() ?? '';
  return [...parts, words.get(last) ?? last].join(' ');
}

function misspelledStreet(line: string, chance: Chance): string {
  const [number = '', ...street] = line.split(' ');
  if (number.length > 2 && chance.happens(0.3)) return [miswriteDigits(number, chance), ...street].join(' ');
  return [number, misspell(street.join(' '), chance)].join(' ');
}
