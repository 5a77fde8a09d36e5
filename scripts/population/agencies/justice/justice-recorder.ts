import type { AgencyRecorder, IntakeDesk, TrueLink } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import { openBook, personTables } from './book.ts';
import type { Book } from './book.ts';
import type { ChargeEnd } from './charge-row.ts';
import { countyOf, courtRows, facilityRows } from './counties.ts';
import type { Arrest, Filing } from './filing.ts';
import { openSubjects } from './open-subjects.ts';
import { recordBooking } from './record-booking.ts';
import { recordCase } from './record-case.ts';
import { recordSupervision } from './record-supervision.ts';

/** How jail, court and probation write people down: person records by fingerprints or by name, under NIEM names. */
export const justiceRecorder: AgencyRecorder = {
  agency: 'justice',
  tables: ['DetentionFacility', 'Court', ...personTables],
  reference: () => ({ DetentionFacility: facilityRows(), Court: courtRows() }),
  record(household, desk) {
    const book = openBook();
    const links = household.members.flatMap((person) => recordPerson(person, desk, book));
    return { rows: book, links };
  },
};

function recordPerson(person: Person, desk: IntakeDesk, book: Book): readonly TrueLink[] {
  const arrests = person.events.filter((event) => event.kind === 'arrest');
  if (arrests.length === 0) return [];
  const subjects = openSubjects(person, desk);
  for (const arrest of arrests) {
    const subject = subjects.subject(arrest.on);
    recordArrest({ arrest, subject, county: countyOf(person, arrest.on), desk, book });
  }
  book.Subject.push(...subjects.rows);
  return subjects.links;
}

function recordArrest(filing: Filing): void {
  const end = endOf(filing.arrest);
  const courtCase = recordCase(filing, end);
  recordBooking(filing, courtCase, end);
  recordSupervision(filing, courtCase, end);
}

const dispositions = { convicted: 'CON', dismissed: 'DIS', acquitted: 'ACQ', diverted: 'DIV' } as const;

/** How the charges ended; null while they are pending. */
function endOf({ disposition, disposedOn }: Arrest): ChargeEnd | null {
  if (disposition === 'pending' || disposedOn === null) return null;
  return { disposition: dispositions[disposition], on: disposedOn };
}
