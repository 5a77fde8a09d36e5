import type { IntakeDesk, Row, TrueLink, WrittenIdentity } from '../../recorder.ts';
import type { Person, Race } from '../../truth.ts';
import { yearsBetween } from '../../dates.ts';
import type { Journal } from './journal.ts';

/** The client records of one household: opened at the first enrollment, found again at later ones. */
export interface ClientBook {
  readonly links: readonly TrueLink[];
  /** The PersonalID under which the clerk enrolls the person that day. */
  readonly clientFor: (person: Person, on: string) => string;
  /** Whether clerks have opened, or will open, two records of the person. */
  readonly hasTwoRecords: (person: Person) => boolean;
}

/** A clerk who doesn't find the first record opens a second; from then on either is taken, by turns. */
export function openClientBook(desk: IntakeDesk, journal: Journal): ClientBook {
  const links: TrueLink[] = [];
  const copies = new Map<number, 1 | 2>();
  const records = new Map<number, string[]>();
  const enrollments = new Map<number, number>();
  const copiesOf = (person: Person): 1 | 2 => {
    const known = copies.get(person.number) ?? desk.copies(person);
    copies.set(person.number, known);
    return known;
  };
  const open = (person: Person, on: string): string => {
    const localId = journal.enter('Client', clientValues(person, desk.write(person, on), on), on);
    links.push({ localId, person: person.number });
    return localId;
  };
  return {
    links,
    hasTwoRecords: (person) => copiesOf(person) === 2,
    clientFor: (person, on) => {
      const turn = enrollments.get(person.number) ?? 0;
      enrollments.set(person.number, turn + 1);
      const opened = records.get(person.number) ?? [];
      const place = turn % copiesOf(person);
      const localId = opened[place] ?? open(person, on);
      records.set(person.number, opened.includes(localId) ? opened : [...opened, localId]);
      return localId;
    },
  };
}

const raceColumns: Readonly<Record<Race, string>> = {
  americanIndianOrAlaskaNative: 'AmIndAKNative',
  asian: 'Asian',
  blackOrAfricanAmerican: 'BlackAfAmerican',
  hispanicOrLatino: 'HispanicLatinao',
  middleEasternOrNorthAfrican: 'MidEastNAfrican',
  nativeHawaiianOrPacificIslander: 'NativeHIPacific',
  white: 'White',
};

function clientValues(person: Person, written: WrittenIdentity, on: string): Row {
  return {
    FirstName: written.given,
    MiddleName: written.middle,
    LastName: written.surname,
    NameSuffix: written.suffix,
    NameDataQuality: written.nameQuality,
    SSN: written.socialSecurityNumber?.padStart(9, 'x') ?? null,
    SSNDataQuality: written.socialSecurityNumberQuality,
    DOB: written.birthDate,
    DOBDataQuality: written.birthDateQuality,
    ...raceValues(person),
    Sex: written.sex === null ? 99 : written.sex === 'female' ? 0 : 1,
    VeteranStatus: veteranStatus(person, on),
  };
}

function raceValues({ races, traps }: Person): Row {
  const told = traps.includes('missingCodes') ? [] : races;
  const marks = Object.entries(raceColumns).map(([race, column]) => [
    column,
    told.includes(race as Race) ? 1 : 0,
  ]);
  return { ...Object.fromEntries(marks), RaceNone: told.length > 0 ? null : 9 };
}

/** Minors aren't asked. */
function veteranStatus({ birthDate, traps, veteran }: Person, on: string): number | null {
  if (yearsBetween(birthDate, on) < 18) return null;
  if (traps.includes('missingCodes')) return 8;
  return veteran ? 1 : 0;
}
