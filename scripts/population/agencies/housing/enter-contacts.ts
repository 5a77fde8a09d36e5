import { addDays } from '../../dates.ts';
import { asOf } from '../../truth.ts';
import type { Enrollment } from './enroll.ts';
import type { Enrolled, Office } from './office.ts';
import type { Homelessness } from './stays-of.ts';

const situations: Readonly<Record<Homelessness['situation'], number>> = {
  unsheltered: 116,
  emergencyShelter: 101,
  transitional: 302,
  hotel: 314,
  doubledUp: 335,
};
const mostContacts = 40;

/** HMIS 4.12: a worker meets the head every few weeks and writes down where they stay. */
export function enterContacts({ desk, journal }: Office, enrollment: Enrollment, enrolled: Enrolled): void {
  const last = enrollment.exit ?? asOf;
  let on = enrollment.entry;
  for (let contact = 0; contact < mostContacts && on <= last; contact += 1) {
    const values = {
      EnrollmentID: enrolled.enrollmentId,
      PersonalID: enrolled.personalId,
      InformationDate: on,
      CurrentLivingSituation: desk.happens(0.04) ? 37 : situationOf(enrollment.stay.head.homelessness),
    };
    journal.enter('CurrentLivingSituation', values, on);
    on = addDays(on, desk.integer(12, 45));
  }
}

/** Doubled up is with family (335) or with friends (336), and never a shelter. */
function situationOf({ cameFrom, situation }: Homelessness): number {
  return situation === 'doubledUp' && cameFrom === 'friends' ? 336 : situations[situation];
}
