import type { RecordTable } from '../columns/index.ts';
import { featuresOf, joined, without, type Feature } from './features.ts';

/** What two records must share to be compared. */
export interface CandidateKey {
  readonly name: string;
  /** The key of a record by its place; 0 for none. */
  readonly key: Feature;
  /** Blocks of more records than this share a value that tells nobody apart, and are left out. */
  readonly largestBlock: number;
}

const largestBlock = 200;
const largestBlockOfCommonNames = 40;
const largestBlockOfOneThing = 20;

function keyOf(block: number): (name: string, ...features: readonly Feature[]) => CandidateKey {
  return (name, ...features) => ({
    name,
    key: features.length === 1 ? features[0]! : joined(...features),
    largestBlock: block,
  });
}

const strong = keyOf(largestBlock);
const common = keyOf(largestBlockOfCommonNames);

/**
 * The keys of a table.
 *
 * 1. Every record is found by its strong identifiers and by two things that agree.
 * 2. Records without a phone number also by less, because less is known of them; records without a Social Security
 *    number besides by less still. Where more is known such keys find nothing that the others do not.
 * 3. A key of one common thing takes small blocks only: rare values in large data, all of them in small data.
 */
export function candidateKeys(table: RecordTable): readonly CandidateKey[] {
  const of = featuresOf(table);
  const lacking =
    (others: readonly Feature[], block: number) =>
    (name: string, ...features: readonly Feature[]): CandidateKey => ({
      name,
      key: without(others, joined(...features)),
      largestBlock: block,
    });
  const thin = lacking([of.phone], largestBlock);
  const weak = lacking([of.phone], largestBlockOfOneThing);
  const bare = lacking([of.phone, of.lastFour], largestBlock);
  const faint = lacking([of.phone, of.lastFour], largestBlockOfOneThing);
  return [
    strong('number', of.number),
    strong('e-mail', of.email),
    strong('phone, initial', of.phone, of.givenInitial),
    strong('birth date, surname', of.birthDate, of.surnameSound),
    strong('birth date, given name', of.birthDate, of.givenRoot),
    strong('address, given name', of.addressLine, of.givenRoot),
    strong('address, birth date', of.addressLine, of.birthDate),
    strong('last four, names', of.lastFour, of.surnameSound, of.givenSound),
    strong('last four, birth date', of.lastFour, of.birthDate),
    strong('names, birth month', of.surname, of.givenRoot, of.birthMonth),
    common('names, birth year', of.surname, of.givenRoot, of.birthYear),
    strong('names, birthday', of.surname, of.givenRoot, of.birthDay),
    strong('swapped names, birth year', of.bothNames, of.birthYear),
    thin('e-mail name', of.emailName),
    thin('names, postal code', of.surname, of.givenRoot, of.postalCode),
    thin('sounds, birth year', of.surnameSound, of.givenSound, of.birthYear),
    thin('birth date, postal code', of.birthDate, of.postalCode),
    thin('given name, postal code, birth year', of.givenRoot, of.postalCode, of.birthYear),
    weak('surname, postal code', of.surname, of.postalCode),
    weak('birth date', of.birthDate),
    weak('postal code', of.postalCode),
    weak('address', of.addressLine),
    bare('names', of.surname, of.givenRoot),
    bare('birth date, birth place', of.birthDate, of.birthPlace),
    bare('surname, birth place', of.surnameSound, of.birthPlace),
    bare('given name, birth place, birth year', of.givenRoot, of.birthPlace, of.birthYear),
    faint('surname', of.surname),
    faint('surname, city', of.surnameSound, of.city),
    faint('given name, city', of.givenRoot, of.city),
    faint('given name, birth year', of.givenRoot, of.birthYear),
    faint('surname, birth year', of.surnameSound, of.birthYear),
    faint('sounds', of.surnameSound, of.givenSound),
    faint('e-mail domain', of.emailDomain),
    faint('given name, birth month', of.givenSound, of.birthMonth),
    faint('surname, birth month', of.surnameSound, of.birthMonth),
  ];
}
