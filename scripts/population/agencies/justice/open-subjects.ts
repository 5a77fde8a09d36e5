import type { IntakeDesk, Row, TrueLink } from '../../recorder.ts';
import type { Person } from '../../truth.ts';

export interface Subjects {
  readonly rows: readonly Row[];
  readonly links: readonly TrueLink[];
  /** The person record that the next arrest is filed under. */
  readonly subject: (on: string) => number;
}

/**
 * The agency's person records of one person: one by fingerprints, and where a clerk opened a second one, that one
 * by name alone, under which every later arrest is filed in turn.
 */
export function openSubjects(person: Person, desk: IntakeDesk): Subjects {
  const copies = desk.copies(person);
  const numbers: number[] = [];
  const rows: Row[] = [];
  const links: TrueLink[] = [];
  let arrests = 0;
  return {
    rows,
    links,
    subject(on) {
      const place = arrests % copies;
      arrests += 1;
      const known = numbers[place];
      if (known !== undefined) return known;
      const number = desk.next('subject') + firstNumber;
      numbers.push(number);
      rows.push(subjectRow(number, place === 0 ? 'FP' : 'NM', person, on, desk));
      links.push({ localId: String(number), person: person.number });
      return number;
    },
  };
}

const firstNumber = 500_000;

function subjectRow(number: number, basis: 'FP' | 'NM', person: Person, on: string, desk: IntakeDesk): Row {
  const written = desk.write(person, on);
  const address = written.address;
  return {
    SubjectID: number,
    IdentificationBasisCode: basis,
    PersonStateFingerprintIdentification: basis === 'FP' ? `FH${String(number).padStart(8, '0')}` : null,
    PersonGivenName: written.given,
    PersonMiddleName: written.middle,
    PersonSurName: written.surname,
    PersonNameSuffixText: written.suffix,
    PersonBirthDate: written.birthDate,
    PersonSexCode: written.sex === null ? null : { female: 'F', male: 'M' }[written.sex],
    PersonSSNIdentification: written.socialSecurityNumber,
    AddressFullText:
      address === null ? null : `${address.line1}, ${address.city} ${address.state} ${address.postalCode}`,
  };
}
