import type { Row } from '../../recorder.ts';
import type { Person } from '../../truth.ts';

/** What each invented county has: a jail, a sheriff and a court, by the number of its keys. */
export interface County {
  readonly number: number;
  readonly name: string;
  readonly cityPolice: string;
}

const ellery: County = { number: 1, name: 'Ellery', cityPolice: 'Port Ellery Police Department' };
const counties: readonly County[] = [
  ellery,
  { number: 2, name: 'Dunmere', cityPolice: 'Larkmoor Police Department' },
  { number: 3, name: 'Sablewood', cityPolice: 'Quarry Hill Police Department' },
];

/** A county's juvenile hall has its jail's number and this. */
export const juvenileHall = 100;
/** A county's juvenile court has its criminal court's number and this. */
export const juvenileCourt = 100;

/** The county in which the person lived on that day; the first where they lived in none. */
export function countyOf(person: Person, on: string): County {
  const home = person.addresses.findLast(({ from }) => from <= on);
  return counties.find(({ name }) => name === home?.county) ?? ellery;
}

/** The rows of DetentionFacility. */
export function facilityRows(): readonly Row[] {
  return counties.flatMap(({ number, name }) => [
    { DetentionFacilityID: number, FacilityName: `${name} County Jail`, CountyName: name },
    {
      DetentionFacilityID: number + juvenileHall,
      FacilityName: `${name} County Juvenile Hall`,
      CountyName: name,
    },
  ]);
}

/** The rows of Court. */
export function courtRows(): readonly Row[] {
  return counties.flatMap(({ number, name }) => [
    { CourtID: number, CourtName: `Superior Court, ${name} County, Criminal Division` },
    { CourtID: number + juvenileCourt, CourtName: `Superior Court, ${name} County, Juvenile Division` },
  ]);
}
