import { yearsBetween } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import type { LifeEvent, Person, RelationshipToHead } from '../../truth.ts';
import { lastDay } from './assistance.ts';
import type { Assistance, BenefitEvent, UnitMember } from './assistance.ts';
import { decidedOn } from './case-rows.ts';
import { mainframeDate, openEnd } from './mainframe.ts';

const relationships: Readonly<Record<RelationshipToHead, string>> = {
  head: '01',
  spouse: '02',
  partner: '03',
  child: '04',
  grandchild: '05',
  parent: '06',
  sibling: '07',
  otherRelative: '08',
  nonRelative: '09',
};

/** What the head of the household is to a member who heads the unit. */
const inverse: Partial<Record<RelationshipToHead, string>> = {
  spouse: '02',
  partner: '03',
  child: '06',
  parent: '04',
  sibling: '07',
};

/**
 * The members of the unit, the head first. Of a denied application nobody takes part, and its unit ends with the
 * decision.
 */
export function memberRows(assistance: Assistance, desk: IntakeDesk): Row[] {
  const { caseNumber, program, event, head, members } = assistance;
  return members.map((member) => ({
    MBR_KEY: `${caseNumber}${member.clientId}`,
    CASE_NBR: caseNumber,
    CLNT_ID: member.clientId,
    CLNT_PGM: `${member.clientId}${program}`,
    REL_CD: relationship(member.person, head),
    PRTC_CD: participation(member.person !== head && desk.happens(0.01), event),
    FAM_AFL_CD: program === 'T' ? familyAffiliation(event) : null,
    WRK_PRTC_CD: program === 'T' ? workParticipation(member, assistance, desk) : null,
    BEG_DT: mainframeDate(event.from ?? event.appliedOn),
    END_DT: mainframeDate(event.outcome === 'denied' ? decidedOn(event) : event.until, openEnd),
  }));
}

function participation(isDisqualified: boolean, { outcome }: BenefitEvent): string {
  if (outcome === 'denied') return 'X';
  return isDisqualified ? 'Q' : 'I';
}

/** ACF-199 Family Affiliation; not known before the decision, and of a denied family only income was considered. */
function familyAffiliation({ from, outcome }: BenefitEvent): string | null {
  if (outcome === 'denied') return '5';
  return from === null ? null : '1';
}

function relationship(person: Person, head: Person): string {
  if (person === head) return '01';
  if (person.relationshipToHead === 'head') return inverse[head.relationshipToHead] ?? '09';
  return relationships[person.relationshipToHead];
}

function workParticipation({ person }: UnitMember, { event, members }: Assistance, desk: IntakeDesk): string {
  if (event.from === null) return 'NA';
  const on = lastDay(event);
  if (yearsBetween(person.birthDate, on) < 18) return 'NA';
  if (person.events.some((one) => one.kind === 'domesticViolence' && one.fleeing)) return 'DV';
  if (person.events.some((one) => one.kind === 'disability' && one.indefinite && one.from <= on)) return 'ED';
  if (members.some((member) => yearsBetween(member.person.birthDate, on) < 1)) return 'DI';
  return person.events.some((one) => isWork(one, on)) ? 'RM' : desk.pick(['RM', 'RN', 'RN', 'DS']);
}

function isWork(event: LifeEvent, on: string): boolean {
  return event.kind === 'employment' && event.from <= on && (event.until ?? on) >= on;
}
