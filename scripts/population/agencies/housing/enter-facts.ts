import { addDays } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import { destination } from './destination.ts';
import { disabilityRows } from './disability-rows.ts';
import { incomeRow } from './income-row.ts';
import type { Enrolled, Office } from './office.ts';
import type { Project } from './projects.ts';
import type { Member } from './stays-of.ts';
import { violenceDays, violenceRow } from './violence-row.ts';

interface Served {
  readonly enrolled: Enrolled;
  readonly entry: string;
  /** Null while it lasts. */
  readonly exit: string | null;
  /** Whether the member is the head or of age, and answers for themselves. */
  readonly isAsked: boolean;
  /** The project of the home to which they moved; null where there is none. */
  readonly nextHome: Project | null;
}

/** What is collected during one member's enrollment: HMIS 4.05 to 4.10, 4.11, 4.02 to 4.04, and 3.11 with 3.12. */
export function enterFacts(office: Office, member: Member, served: Served): void {
  enterDisabilities(office, member, served);
  if (served.isAsked) {
    enterViolence(office, member, served);
    enterIncome(office, member, served);
  }
  enterExit(office, member, served);
}

function enterDisabilities({ desk, journal }: Office, { person }: Member, { enrolled, entry }: Served): void {
  for (const row of disabilityRows(person, entry, desk)) {
    journal.enter('Disabilities', { ...collected(enrolled, entry, 1), ...row }, entry);
  }
}

function enterViolence(
  { desk, journal }: Office,
  { person }: Member,
  { enrolled, entry, exit }: Served,
): void {
  for (const [index, on] of [entry, ...violenceDays(person, entry, exit ?? asOf)].entries()) {
    const told = violenceRow(person, on, desk);
    journal.enter('HealthAndDV', { ...collected(enrolled, on, index === 0 ? 1 : 2), ...told }, on);
  }
}

function enterIncome(
  { household, journal }: Office,
  { person }: Member,
  { enrolled, entry, exit }: Served,
): void {
  for (const [on, stage] of stages(entry, exit)) {
    const income = incomeRow(person, household, on);
    journal.enter('IncomeBenefits', { ...collected(enrolled, on, stage), ...income }, on);
  }
}

function enterExit(
  { desk, journal }: Office,
  { homelessness, person }: Member,
  { enrolled, exit, nextHome }: Served,
): void {
  if (exit === null) return;
  const left = destination(person, homelessness, { exit, nextHome }, desk);
  journal.enter('Exit', { ...idsOf(enrolled), ExitDate: exit, ...left }, exit);
}

function collected(enrolled: Enrolled, on: string, stage: number): Row {
  return { ...idsOf(enrolled), InformationDate: on, DataCollectionStage: stage };
}

function idsOf({ enrollmentId, personalId }: Enrolled): Row {
  return { EnrollmentID: enrollmentId, PersonalID: personalId };
}

/** HMIS 5.03: 1 project start, 5 annual assessment, 3 project exit. */
function stages(entry: string, exit: string | null): readonly (readonly [string, number])[] {
  const annual: (readonly [string, number])[] = [];
  for (let on = addDays(entry, 365); on < (exit ?? asOf); on = addDays(on, 365)) annual.push([on, 5]);
  return [[entry, 1], ...annual, ...(exit === null ? [] : [[exit, 3] as const])];
}
