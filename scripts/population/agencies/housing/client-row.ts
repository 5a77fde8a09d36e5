import { yearsBetween } from '../../dates.ts';
import type { Row, WrittenIdentity } from '../../recorder.ts';
import type { Person, Race } from '../../truth.ts';

const raceColumns: Readonly<Record<Race, string>> = {
  americanIndianOrAlaskaNative: 'AmIndAKNative',
  asian: 'Asian',
  blackOrAfricanAmerican: 'BlackAfAmerican',
  hispanicOrLatino: 'HispanicLatinao',
  middleEasternOrNorthAfrican: 'MidEastNAfrican',
  nativeHawaiianOrPacificIslander: 'NativeHIPacific',
  white: 'White',
};

/** HMIS 3.01 to 3.07 of a person as a clerk wrote them down. */
export function clientRow(person: Person, written: WrittenIdentity, on: string): Row {
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
    Number(told.includes(race as Race)),
  ]);
  return { ...Object.fromEntries(marks), RaceNone: told.length > 0 ? null : 9 };
}

/** Minors aren't asked. */
function veteranStatus({ birthDate, traps, veteran }: Person, on: string): number | null {
  if (yearsBetween(birthDate, on) < 18) return null;
  return traps.includes('missingCodes') ? 8 : Number(veteran);
}
