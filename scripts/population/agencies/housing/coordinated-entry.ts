import { addDays } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import type { Enrollment } from './enroll.ts';
import type { Enrolled, Office } from './office.ts';
import type { Project } from './projects.ts';

/** HMIS 4.19.3: 3 in person, 1 by phone, 2 virtual. */
const assessmentTypes = [
  [3, 6],
  [1, 3],
  [2, 1],
] as const;

/** HMIS 4.20.2 for a referral to a project of a type. */
const referrals = { 0: 10, 1: 10, 2: 11, 3: 14, 4: 6, 12: 1, 13: 13, 14: 3 } as const;

/** HMIS 4.19: a crisis needs assessment at the start, a housing needs assessment for those who stay longer. */
export function enterAssessments(office: Office, enrollment: Enrollment, enrolled: Enrolled): void {
  const { desk } = office;
  const { entry, exit } = enrollment;
  enterAssessment(office, enrolled, { AssessmentDate: entry, AssessmentLevel: 1, PrioritizationStatus: 2 });
  const second = addDays(entry, desk.integer(7, 30));
  if (exit === null || second > exit) return;
  const status = desk.happens(0.8) ? 1 : 2;
  enterAssessment(office, enrolled, {
    AssessmentDate: second,
    AssessmentLevel: 2,
    PrioritizationStatus: status,
  });
}

function enterAssessment(
  { desk, journal }: Office,
  enrolled: Enrolled,
  assessment: { readonly AssessmentDate: string } & Row,
): void {
  const values = {
    ...idsOf(enrolled),
    ...assessment,
    AssessmentLocation: 'Access point',
    AssessmentType: desk.pickWeighted(assessmentTypes),
  };
  journal.enter('Assessment', values, assessment.AssessmentDate);
}

/** HMIS 4.20: a referral to a project, with its result a few days later. */
export function enterReferral(
  { desk, journal }: Office,
  enrolled: Enrolled,
  referral: { readonly project: Project; readonly on: string; readonly accepted: boolean },
): void {
  const { accepted, on, project } = referral;
  const isHousing = ![4, 12, 14].includes(project.type);
  const values: Row = {
    ...idsOf(enrolled),
    EventDate: on,
    Event: referrals[project.type],
    LocationCrisisOrPHHousing: isHousing ? project.key : null,
    ReferralResult: accepted ? 1 : desk.pick([2, 3]),
    ResultDate: on,
  };
  journal.enter('Event', values, on);
}

/** HMIS 4.20, event 2: the worker tries to solve it without the system, with the result that there was. */
export function enterProblemSolving(
  { journal }: Office,
  enrolled: Enrolled,
  on: string,
  wasHoused: boolean,
): void {
  const values = { ...idsOf(enrolled), EventDate: on, Event: 2, ProbSolDivRRResult: Number(wasHoused) };
  journal.enter('Event', values, on);
}

function idsOf({ enrollmentId, personalId }: Enrolled): Row {
  return { EnrollmentID: enrollmentId, PersonalID: personalId };
}
