import { latinise, nicknamesOf } from '../names/index.ts';
import type { Chance, WrittenIdentity } from '../recorder.ts';
import type { Person } from '../truth.ts';
import type { ErrorProfile } from './error-profile.ts';
import { misspell } from './misspell.ts';

type WrittenName = Pick<WrittenIdentity, 'given' | 'middle' | 'surname' | 'suffix' | 'nameQuality'>;

const shareOfMaidenNameTrap = 0.5;

/** The name of that day, as heard and typed. HMIS 3.01: quality 2 where a clerk knew that it was not the full name. */
export function writeName(person: Person, on: string, profile: ErrorProfile, chance: Chance): WrittenName {
  const nickname = writtenNickname(person, profile, chance);
  const given = slip(nickname ?? person.name.given, profile.typoInGiven, chance);
  const surname = slip(heardSurname(person, on, profile, chance), profile.typoInSurname, chance);
  const swapped = chance.happens(profile.namesSwapped);
  const spell = profile.withoutAccents ? latinise : (name: string) => name;
  return {
    given: spell(swapped ? surname : given),
    middle: spelled(writtenMiddle(person, profile, chance), spell),
    surname: spell(swapped ? given : surname),
    suffix: chance.happens(profile.suffixOmitted) ? null : person.name.suffix,
    nameQuality: nickname === null ? 1 : 2,
  };
}

function spelled(name: string | null, spell: (name: string) => string): string | null {
  return name === null ? null : spell(name);
}

function slip(text: string, probability: number, chance: Chance): string {
  return chance.happens(probability) ? misspell(text, chance) : text;
}

function writtenNickname(person: Person, profile: ErrorProfile, chance: Chance): string | null {
  const usual =
    person.nickname === null ? profile.nicknameForGiven : Math.min(1, profile.nicknameForGiven * 4);
  if (!chance.happens(usual)) return null;
  return person.nickname ?? nicknamesOf(person.name.given)[0] ?? null;
}

function writtenMiddle(person: Person, profile: ErrorProfile, chance: Chance): string | null {
  const { middle } = person.name;
  if (middle === null || chance.happens(profile.middleOmitted)) return null;
  return chance.happens(profile.middleInitialOnly) ? middle.charAt(0) : middle;
}

function heardSurname(person: Person, on: string, profile: ErrorProfile, chance: Chance): string {
  const surname = surnameOn(person, on, profile, chance);
  const parts = surname.split(' ');
  return parts.length > 1 && chance.happens(profile.oneOfTwoSurnames) ? chance.pick(parts) : surname;
}

/** Before a marriage the surname of before; after it, papers in the old name for some. */
function surnameOn(person: Person, on: string, profile: ErrorProfile, chance: Chance): string {
  const later = person.events.find((event) => event.kind === 'marriage' && event.on > on);
  if (later?.kind === 'marriage') return later.surnameBefore;
  const keepsOld = person.traps.includes('maidenName') ? shareOfMaidenNameTrap : profile.surnameAtBirth;
  return person.birthSurname !== null && chance.happens(keepsOld) ? person.birthSurname : person.name.surname;
}
