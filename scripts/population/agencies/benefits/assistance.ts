import { unitOf } from '../../assistance/index.ts';
import type { IntakeDesk } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import type { Household, LifeEvent, Person } from '../../truth.ts';
import type { ClientFile } from './client-file.ts';
import { zeroPadded } from './mainframe.ts';
import { workersOf } from './offices.ts';
import type { ProgramCode } from './program-code.ts';

export type BenefitEvent = Extract<LifeEvent, { kind: 'benefit' }>;

/** One assistance unit in one programme, from application to end. */
export interface Assistance {
  readonly program: ProgramCode;
  readonly caseNumber: string;
  readonly event: BenefitEvent;
  readonly head: Person;
  readonly members: readonly UnitMember[];
  readonly workerId: string;
}

export interface UnitMember {
  readonly person: Person;
  /** Under which of the person's client numbers the unit has them. */
  readonly clientId: string;
}

const programs: Readonly<Record<BenefitEvent['program'], ProgramCode>> = {
  snap: 'S',
  tanf: 'T',
  medicaid: 'M',
  childCare: 'K',
};

const reasons: Readonly<Record<NonNullable<BenefitEvent['reason']>, string>> = {
  missedRecertification: 'RC',
  overIncome: 'IN',
  moved: 'MV',
  voluntary: 'VW',
  incarcerated: 'JL',
  died: 'DD',
};

export function reasonCode({ reason }: BenefitEvent): string | null {
  return reason === null ? null : reasons[reason];
}

/** The day until which benefits were paid so far. */
export function lastDay({ until }: BenefitEvent): string {
  return until !== null && until < asOf ? until : asOf;
}

/**
 * The household's assistance units in the order of application. An event that several members lived through
 * together is one unit, whose head is the first of them.
 */
export function assistanceOf(
  { members }: Household,
  clients: ClientFile,
  desk: IntakeDesk,
): readonly Assistance[] {
  return distinctEvents(members).map(([head, event]) => ({
    program: programs[event.program],
    caseNumber: zeroPadded(desk.next('case'), 9),
    event,
    head,
    members: unitOf(head, event, members).map((person) => ({
      person,
      clientId: clients.register(person, event.appliedOn),
    })),
    workerId: desk.pick(workersOf(programs[event.program])),
  }));
}

function distinctEvents(members: readonly Person[]): (readonly [Person, BenefitEvent])[] {
  const distinct = new Map<string, readonly [Person, BenefitEvent]>();
  for (const person of members) {
    for (const event of person.events) {
      if (event.kind !== 'benefit') continue;
      const unit = [...event.unit].sort((one, other) => one - other);
      const key = [event.program, event.appliedOn, ...unit].join(' ');
      if (!distinct.has(key)) distinct.set(key, [person, event]);
    }
  }
  return [...distinct.values()].sort(([, one], [, other]) => one.appliedOn.localeCompare(other.appliedOn));
}
