import { addDays } from '../../dates.ts';
import { asOf } from '../../truth.ts';
import { enterContacts } from './enter-contacts.ts';
import { enterAssessments, enterProblemSolving, enterReferral } from './coordinated-entry.ts';
import { enroll, type Enrollment } from './enroll.ts';
import type { Enrolled, Office } from './office.ts';
import type { Project, ProjectType } from './projects.ts';
import { projectOf } from './project-of.ts';
import type { Homelessness, Stay } from './stays-of.ts';

/** The kind of project that each situation leads to. Who is doubled up is helped to keep a home, not sheltered. */
const servedBy: Readonly<Record<Homelessness['situation'], readonly ProjectType[]>> = {
  unsheltered: [4],
  emergencyShelter: [0, 1],
  transitional: [2],
  hotel: [12],
  doubledUp: [12],
};

/** Where those slept who are rehoused: the night before was in the shelter, on the street or in the program. */
const nightBeforeRehousing = {
  unsheltered: 116,
  emergencyShelter: 101,
  transitional: 302,
  hotel: 314,
  doubledUp: 335,
} as const;

/**
 * Everything that the HMIS holds of one stay:
 * 1. the enrollment in the project that serves the situation;
 * 2. for many, an enrollment in coordinated entry, with assessments and referrals;
 * 3. for those who move on to a subsidised home, the enrollment in the project that pays for it.
 */
export function recordStay(office: Office, stay: Stay): void {
  const { desk } = office;
  const { homelessness, person } = stay.head;
  const project = projectOf(stay, servedBy[homelessness.situation], desk);
  const housing = isRehoused(homelessness) ? projectOf(stay, housingTypes(stay), desk) : null;
  const nextHome = person.deathDate === null ? housing : null;
  const service = { stay, project, ...daysOf(homelessness), moveIn: null, night: null, nextHome };
  const served = enroll(office, service);
  if (served !== null && [1, 4, 12].includes(project.type)) enterContacts(office, service, served);
  if (desk.happens(0.5) || stay.members.some((member) => office.clients.hasTwoRecords(member.person))) {
    recordCoordinatedEntry(office, service, housing);
  }
  if (nextHome !== null) recordRehousing(office, service, nextHome);
}

function isRehoused({ situation, wentTo }: Homelessness): boolean {
  return wentTo === 'rentalWithSubsidy' && situation !== 'doubledUp' && situation !== 'hotel';
}

/**
 * Permanent supportive housing (3) is for heads with a disability, first for those with several; rapid re-
 * housing (13) for all.
 */
function housingTypes({ head }: Stay): readonly ProjectType[] {
  const disabilities = head.person.events.filter(({ kind }) => kind === 'disability').length;
  if (disabilities > 1) return [3];
  return disabilities === 1 ? [13, 3] : [13];
}

function daysOf({ from, until }: Homelessness): { readonly entry: string; readonly exit: string | null } {
  return { entry: from, exit: until };
}

function recordCoordinatedEntry(office: Office, service: Enrollment, housing: Project | null): void {
  const { desk } = office;
  const { entry, exit, project, stay } = service;
  const coordinated = { ...service, project: projectOf(stay, [14], desk) };
  const enrolled = enroll(office, coordinated);
  if (enrolled === null) return;
  enterAssessments(office, coordinated, enrolled);
  if (project.type === 12) enterProblemSolving(office, enrolled, entry, exit !== null && housing === null);
  else enterReferral(office, enrolled, { project, on: entry, accepted: true });
  enterHousingReferral(office, service, enrolled, housing);
}

/** The referral to permanent housing: accepted where the household moved, refused for some of the others. */
function enterHousingReferral(
  office: Office,
  { exit, stay }: Enrollment,
  enrolled: Enrolled,
  housing: Project | null,
): void {
  if (exit === null) return;
  if (housing !== null) enterReferral(office, enrolled, { project: housing, on: exit, accepted: true });
  else if (office.desk.happens(0.3)) {
    const project = projectOf(stay, [13], office.desk);
    enterReferral(office, enrolled, { project, on: exit, accepted: false });
  }
}

/** The subsidised home: entered while still homeless, moved into when the homelessness ended. */
function recordRehousing(office: Office, { entry, exit, stay }: Enrollment, project: Project): void {
  if (exit === null) return;
  const { desk } = office;
  const searched = addDays(exit, -desk.integer(0, 30));
  const left = addDays(exit, desk.integer(120, 700));
  const until = searched < entry ? entry : searched;
  const situation = nightBeforeRehousing[stay.head.homelessness.situation];
  enroll(office, {
    stay,
    project,
    entry: until,
    exit: left > asOf ? null : left,
    moveIn: exit,
    night: { situation, from: entry, until },
    nextHome: null,
  });
}
