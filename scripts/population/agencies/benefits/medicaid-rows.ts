import { daysBetween, yearsBetween } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import type { LifeEvent, Person } from '../../truth.ts';
import { reasonCode } from './assistance.ts';
import type { Assistance, UnitMember } from './assistance.ts';
import { zeroPadded } from './mainframe.ts';
import { addMonths } from './months.ts';

/** T-MSIS writes this for an enrollment that lasts. */
const openEnrollment = '9999-12-31';

/** T-MSIS enrollment spans, one for each member who was found eligible. */
export function medicaidRows({ event, members, workerId }: Assistance, desk: IntakeDesk): Row[] {
  const { from, until } = event;
  if (from === null) return [];
  return members.map((member) => {
    const dual = dualCode(member.person, from, desk);
    return {
      ENRL_SEQ: desk.next('enrollment'),
      CLNT_ID: member.clientId,
      MSIS_IDENTIFICATION_NUM: zeroPadded(700_000_000_000 + Number(member.clientId), 12),
      ELIGIBILITY_GROUP: groupCode(member, members, from),
      DUAL_ELIGIBLE_CODE: dual,
      RESTRICTED_BENEFITS_CODE: restriction(dual, desk),
      ENROLLMENT_EFF_DATE: from,
      ENROLLMENT_END_DATE: until ?? openEnrollment,
      RENEWAL_DUE_DATE: until === null ? nextRenewal(from) : null,
      TRMN_RSN_CD: reasonCode(event),
      WRKR_ID: workerId,
    };
  });
}

/** T-MSIS ELIGIBILITY-GROUP as of a day. */
function groupCode({ person }: UnitMember, unit: readonly UnitMember[], on: string): string {
  const age = yearsBetween(person.birthDate, on);
  const placements = person.events.filter((event) => event.kind === 'fosterPlacement');
  if (placements.some((one) => one.from <= on && (one.until ?? asOf) >= on)) return '08';
  if (age < 19) return '07';
  if (age < 26 && placements.length > 0) return '09';
  if (age >= 65) return '46';
  if (person.events.some((event) => isExpecting(event, on))) return '05';
  if (person.events.some((event) => event.kind === 'disability' && event.indefinite && event.from <= on))
    return '11';
  return unit.some((member) => isChildOf(member.person, person, on)) ? '01' : '72';
}

/** Covered from pregnancy until twelve months after the birth (42 USC 1396a(e)(16)). */
function isExpecting(event: LifeEvent, on: string): boolean {
  if (event.kind !== 'birthOfChild') return false;
  const days = daysBetween(event.on, on);
  return days >= -270 && days <= 365;
}

function isChildOf(member: Person, person: Person, on: string): boolean {
  return member !== person && yearsBetween(member.birthDate, on) < 19;
}

/** T-MSIS DUAL-ELIGIBLE-CODE: those of 65 and over have Medicare too. */
function dualCode({ birthDate }: Person, on: string, desk: IntakeDesk): string {
  return yearsBetween(birthDate, on) < 65 ? '00' : desk.pick(['01', '02', '02', '04', '08']);
}

/** T-MSIS RESTRICTED-BENEFITS-CODE. */
function restriction(dual: string, desk: IntakeDesk): string {
  if (dual === '01') return '3';
  return desk.happens(0.015) ? '2' : '1';
}

function nextRenewal(from: string): string {
  let renewal = addMonths(from, 12);
  while (renewal <= asOf) renewal = addMonths(renewal, 12);
  return renewal;
}
