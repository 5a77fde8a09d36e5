import { yearsBetween } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import { disablingCondition } from './disability-rows.ts';
import { enterFacts } from './enter-facts.ts';
import { hmisKey } from './hmis-key.ts';
import type { Enrolled, Office } from './office.ts';
import { priorLivingSituation } from './prior-living-situation.ts';
import { priorNight, type PriorNight } from './prior-night.ts';
import type { Project } from './projects.ts';
import { relationshipToHead } from './relationship-to-head.ts';
import type { Member, Stay } from './stays-of.ts';

/** An enrollment of all members of a stay in one project. */
export interface Enrollment {
  readonly stay: Stay;
  readonly project: Project;
  readonly entry: string;
  /** Null while it lasts. */
  readonly exit: string | null;
  readonly moveIn: string | null;
  /** Where everybody slept before, where it isn't where they came from when the stay began. */
  readonly night: PriorNight | null;
  /** The subsidised home to which the stay led; null where it led to none, or this is it. */
  readonly nextHome: Project | null;
}

/** Enrolls those who came together under one HouseholdID, and answers how the head, who is first, is enrolled. */
export function enroll(office: Office, enrollment: Enrollment): Enrolled | null {
  const householdId = hmisKey('Household', office.desk.next('Household'));
  const present = enrollment.stay.members.filter(({ person }) =>
    isPresent(person.deathDate, enrollment.entry),
  );
  const enrolled = present.map((member) => enrollMember(office, enrollment, member, householdId));
  return enrolled[0] ?? null;
}

function isPresent(deathDate: string | null, entry: string): boolean {
  return deathDate === null || deathDate > entry;
}

function enrollMember(office: Office, enrollment: Enrollment, member: Member, householdId: string): Enrolled {
  const { entry, project, stay } = enrollment;
  const exit = exitOf(member, enrollment);
  const isAsked = member === stay.head || yearsBetween(member.person.birthDate, entry) >= 18;
  const ids = {
    PersonalID: office.clients.clientFor(member.person, entry),
    ProjectID: project.key,
    HouseholdID: householdId,
  };
  const answers = answersAtEntry(office, enrollment, member, isAsked);
  const enrollmentId = office.journal.enter('Enrollment', { ...ids, ...answers }, entry, exit ?? entry);
  const enrolled = { enrollmentId, personalId: ids.PersonalID };
  enterFacts(office, member, { enrolled, entry, exit, isAsked, nextHome: enrollment.nextHome });
  return enrolled;
}

/** HMIS 3.08 to 3.917. */
function answersAtEntry(
  { desk }: Office,
  { entry, moveIn, night, project, stay }: Enrollment,
  { homelessness, person }: Member,
  isAsked: boolean,
): Row {
  const slept = night ?? priorNight(person, homelessness);
  return {
    EntryDate: entry,
    RelationshipToHoH: relationshipToHead(person, stay.head.person),
    EnrollmentCoC: project.continuum,
    ...(isAsked ? priorLivingSituation(person, slept, entry) : {}),
    DisablingCondition: disablingCondition(person, entry, desk),
    MoveInDate: moveIn,
  };
}

/** A stay ends for each when their homelessness does, a home for all on one day; a death ends either. */
function exitOf({ homelessness, person }: Member, { exit, moveIn }: Enrollment): string | null {
  const end = moveIn === null ? homelessness.until : exit;
  const { deathDate } = person;
  return deathDate === null || (end !== null && end <= deathDate) ? end : deathDate;
}
