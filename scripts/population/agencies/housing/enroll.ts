import { addDays, yearsBetween } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import { asOf, type Household } from '../../truth.ts';
import type { ClientBook } from './clientBook.ts';
import { destination } from './destination.ts';
import { disabilityRows, disablingCondition } from './disabilities.ts';
import { hmisKey } from './hmisKey.ts';
import { incomeRow } from './income.ts';
import type { Journal } from './journal.ts';
import { priorLivingSituation } from './priorLivingSituation.ts';
import { priorNight, type PriorNight } from './priorSituation.ts';
import type { Project } from './projects.ts';
import { relationshipToHead } from './relationshipToHead.ts';
import type { Member, Stay } from './stays.ts';
import { violenceDays, violenceRow } from './violence.ts';

/** What clerks have before them while they serve one household. */
export interface Office {
  readonly desk: IntakeDesk;
  readonly household: Household;
  readonly journal: Journal;
  readonly clients: ClientBook;
}

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
}

/** What was written for the head, so that contacts and referrals can follow. */
export interface Enrolled {
  readonly enrollmentId: string;
  readonly personalId: string;
}

/** Enrolls those who came together under one HouseholdID, the head first. */
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
  const { clients, desk, journal } = office;
  const { entry, moveIn, project, stay } = enrollment;
  const { person } = member;
  const exit = exitOf(member, enrollment);
  const personalId = clients.clientFor(person, entry);
  const isAsked = person === stay.head.person || yearsBetween(person.birthDate, entry) >= 18;
  const night = enrollment.night ?? priorNight(person, member.homelessness);
  const values: Row = {
    PersonalID: personalId,
    ProjectID: project.key,
    EntryDate: entry,
    HouseholdID: householdId,
    RelationshipToHoH: relationshipToHead(person, stay.head.person),
    EnrollmentCoC: project.continuum,
    ...(isAsked ? priorLivingSituation(person, night, entry, desk) : {}),
    DisablingCondition: disablingCondition(person, entry, desk),
    MoveInDate: moveIn,
  };
  const enrollmentId = journal.enter('Enrollment', values, entry, exit ?? entry);
  const ids = { EnrollmentID: enrollmentId, PersonalID: personalId };
  enterFacts(office, member, { ids, entry, exit, isAsked });
  if (exit !== null) {
    const left = destination(person, member.homelessness, exit, desk);
    journal.enter('Exit', { ...ids, ExitDate: exit, ...left }, exit);
  }
  return { enrollmentId, personalId };
}

/** A stay ends for each when their homelessness does, a home for all on one day; a death ends either. */
function exitOf({ homelessness, person }: Member, { exit, moveIn }: Enrollment): string | null {
  const end = moveIn === null ? homelessness.until : exit;
  const { deathDate } = person;
  return deathDate === null || (end !== null && end <= deathDate) ? end : deathDate;
}

interface Served {
  readonly ids: Row;
  readonly entry: string;
  readonly exit: string | null;
  readonly isAsked: boolean;
}

/** HMIS 4.02 to 4.11 at project start, each year, and at exit. */
function enterFacts({ desk, household, journal }: Office, { person }: Member, served: Served): void {
  const { entry, exit, ids, isAsked } = served;
  for (const row of disabilityRows(person, entry, desk)) {
    journal.enter('Disabilities', { ...ids, ...stage(entry, 1), ...row }, entry);
  }
  if (!isAsked) return;
  for (const [index, on] of [entry, ...violenceDays(person, entry, exit ?? asOf)].entries()) {
    const row = violenceRow(person, on, desk);
    journal.enter('HealthAndDV', { ...ids, ...stage(on, index === 0 ? 1 : 2), ...row }, on);
  }
  for (const [on, code] of stages(entry, exit)) {
    const row = incomeRow(person, household, on, desk);
    journal.enter('IncomeBenefits', { ...ids, ...stage(on, code), ...row }, on);
  }
}

function stage(on: string, code: number): Row {
  return { InformationDate: on, DataCollectionStage: code };
}

/** HMIS 5.03: 1 project start, 5 annual assessment, 3 project exit. */
function stages(entry: string, exit: string | null): readonly (readonly [string, number])[] {
  const annual: (readonly [string, number])[] = [];
  for (let on = addDays(entry, 365); on < (exit ?? asOf); on = addDays(on, 365)) annual.push([on, 5]);
  return [[entry, 1], ...annual, ...(exit === null ? [] : [[exit, 3] as const])];
}
