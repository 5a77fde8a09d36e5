import type { Chance, DataQuality, WrittenIdentity } from '../recorder.ts';
import { asOf, type Person } from '../truth.ts';
import type { ErrorProfile } from './error-profile.ts';
import { missingQuality } from './missing-quality.ts';
import { miswriteDigits } from './miswrite-digits.ts';

type WrittenBirthDate = Pick<WrittenIdentity, 'birthDate' | 'birthDateQuality'>;

const shareOfTrap = 0.8;

/** The birth date as written. HMIS 3.03: 1 full, 2 approximate or partial, 8, 9 and 99 for the kinds of missing. */
export function writeBirthDate(person: Person, profile: ErrorProfile, chance: Chance): WrittenBirthDate {
  const usually = (trap: 'missingCodes' | 'defaultBirthDate', probability: number) =>
    chance.happens(person.traps.includes(trap) ? shareOfTrap : probability);
  if (usually('missingCodes', profile.birthDateMissing)) return written(null, missingQuality(chance));
  if (usually('defaultBirthDate', profile.birthDateFirstOfJanuary)) return written(firstOfJanuary(person), 2);
  if (chance.happens(profile.dayAndMonthSwapped)) return written(swapped(person.birthDate), 1);
  if (chance.happens(profile.birthDateDigitWrong)) return written(oneDigitWrong(person.birthDate, chance), 1);
  return written(person.birthDate, 1);
}

function written(birthDate: string | null, birthDateQuality: DataQuality): WrittenBirthDate {
  return { birthDate, birthDateQuality };
}

function firstOfJanuary(person: Person): string {
  return `${person.birthDate.slice(0, 4)}-01-01`;
}

function swapped(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return Number(day) <= 12 ? ifPossible(`${year}-${day}-${month}`, date) : date;
}

function oneDigitWrong(date: string, chance: Chance): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (chance.happens(0.5)) return ifPossible(`${year}-${month}-${miswritePair(day, chance)}`, date);
  return ifPossible(`${year.slice(0, 2)}${miswriteDigits(year, chance).slice(2)}-${month}-${day}`, date);
}

function miswritePair(pair: string, chance: Chance): string {
  return chance.happens(0.3)
    ? pair.charAt(1) + pair.charAt(0)
    : pair.charAt(0) + String(chance.integer(0, 9));
}

/** Systems refuse a date that does not exist or lies ahead; then the clerk looked again. */
function ifPossible(date: string, truth: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return exists && date <= asOf ? date : truth;
}
