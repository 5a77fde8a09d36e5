import { createHmac } from 'node:crypto';

import type { IntakeDesk, Row, WrittenIdentity } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import type { LifeEvent, Person, Race } from '../../truth.ts';
import type { IndexRows } from './index-rows.ts';

/**
 * The key under which generated numbers are hashed. It is public because nobody has these numbers; a real
 * index keeps its key in a key store.
 */
const generatedNumbersKey = 'resident-graph generated population';

const crockford = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

const races: Readonly<Record<Race, string>> = {
  americanIndianOrAlaskaNative: 'AMERICAN_INDIAN_OR_ALASKA_NATIVE',
  asian: 'ASIAN',
  blackOrAfricanAmerican: 'BLACK_OR_AFRICAN_AMERICAN',
  hispanicOrLatino: 'HISPANIC_OR_LATINO',
  middleEasternOrNorthAfrican: 'MIDDLE_EASTERN_OR_NORTH_AFRICAN',
  nativeHawaiianOrPacificIslander: 'NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER',
  white: 'WHITE',
};

const raceNone: Readonly<Record<number, string>> = {
  8: 'CLIENT_DOES_NOT_KNOW',
  9: 'CLIENT_PREFERS_NOT_TO_ANSWER',
  99: 'DATA_NOT_COLLECTED',
};

/** What identifies the person, as the index puts it together from what the agencies wrote. */
export function residentRows(person: Person, desk: IntakeDesk): IndexRows {
  const written = desk.write(underCurrentSurname(person), asOf);
  return {
    residents: [goldenRecord(person, written, desk)],
    resident_names: names(person, written).map((name) => ({ id: desk.next('name'), ...name })),
    resident_races: raceNames(person, desk).map((race) => ({ resident_id: person.residentId, race })),
    resident_languages: person.languages.map((tag, preference) => ({
      resident_id: person.residentId,
      preference,
      tag,
    })),
  };
}

/** The index goes by the marriage certificate: the surname at birth is a name of its own, and never the one in use. */
function underCurrentSurname(person: Person): Person {
  return person.birthSurname === null ? person : { ...person, birthSurname: person.name.surname };
}

/** A former id for the few of whom a second golden record had been made before somebody noticed. */
export function formerIdRows(person: Person, desk: IntakeDesk): IndexRows {
  if (desk.copies(person) === 1) return {};
  const id = Array.from({ length: 26 }, () => desk.pick(crockford)).join('');
  const row = { id, status: 'MERGED', replaced_by: person.residentId, version: 2, as_of: asOf };
  return { residents: [{ ...nothingKnown, ...row }] };
}

const nothingKnown = {
  birth_date: null,
  birth_date_quality: null,
  death_date: null,
  sex: null,
  ssn_last_four: null,
  ssn_hash: null,
  ssn_quality: null,
};

function goldenRecord(person: Person, written: WrittenIdentity, desk: IntakeDesk): Row {
  return {
    id: person.residentId,
    status: 'ACTIVE',
    replaced_by: null,
    version: desk.integer(1, 6),
    as_of: asOf,
    birth_date: written.birthDate,
    birth_date_quality: written.birthDateQuality,
    death_date: person.deathDate,
    sex: sexCode(written, desk),
    ...socialSecurityNumber(written),
  };
}

/** HMIS FY2026 3.06: 0 female, 1 male; what is missing is one of three kinds of missing. */
function sexCode({ sex }: WrittenIdentity, desk: IntakeDesk): number {
  if (sex === null) return desk.pick([8, 9, 99]);
  return sex === 'female' ? 0 : 1;
}

/** The number is read here and goes no further than its last four digits and its hash. */
function socialSecurityNumber({
  socialSecurityNumber: number,
  socialSecurityNumberQuality,
}: WrittenIdentity): Row {
  const whole = number !== null && number.length === 9;
  return {
    ssn_last_four: number?.slice(-4) ?? null,
    ssn_hash: whole ? createHmac('sha256', generatedNumbersKey).update(number).digest('hex') : null,
    ssn_quality: socialSecurityNumberQuality,
  };
}

function names(person: Person, written: WrittenIdentity): Row[] {
  const { given, middle, surname, suffix } = written;
  const whole = {
    resident_id: person.residentId,
    given,
    middle,
    surname,
    suffix,
    valid_from: null,
    valid_until: null,
  };
  const changes = person.events
    .filter(isMarriage)
    .filter(({ surnameBefore }) => surnameBefore !== person.name.surname);
  const former = changes.map(({ on, surnameBefore }) => ({
    ...whole,
    name_use: 'OLD',
    surname: surnameBefore,
    valid_until: on,
  }));
  return [
    { ...whole, name_use: 'OFFICIAL', valid_from: changes.at(-1)?.on ?? null },
    ...former.filter((name) => name.surname !== person.birthSurname),
    ...maidenName(person, whole),
    ...(person.nickname === null
      ? []
      : [{ ...whole, name_use: 'NICKNAME', given: person.nickname, middle: null }]),
  ];
}

function maidenName(person: Person, whole: Row): Row[] {
  if (person.birthSurname === null) return [];
  const until = person.events.find(isMarriage)?.on ?? null;
  return [{ ...whole, name_use: 'MAIDEN', surname: person.birthSurname, suffix: null, valid_until: until }];
}

function isMarriage(event: LifeEvent): event is Extract<LifeEvent, { kind: 'marriage' }> {
  return event.kind === 'marriage';
}

function raceNames(person: Person, desk: IntakeDesk): string[] {
  const missing = desk.happens(person.traps.includes('missingCodes') ? 0.8 : 0.02);
  if (missing) return [raceNone[desk.pick([8, 9, 99])] ?? 'DATA_NOT_COLLECTED'];
  return person.races.map((race) => races[race]);
}
