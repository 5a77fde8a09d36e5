import { addDays, daysBetween } from '../../dates.ts';
import { asOf } from '../../truth.ts';
import type { Arrest, Treatment } from './visit.ts';

export interface TreatmentEnd {
  readonly on: string;
  readonly lastContactOn: string;
  /** TEDS reason for discharge. */
  readonly reason: string;
}

const reasons: Readonly<Record<NonNullable<Treatment['outcome']>, string>> = {
  completed: '01',
  droppedOut: '02',
  terminated: '03',
  transferred: '04',
  incarcerated: '05',
  died: '06',
};
const unknown = '97';

/** A client who is held for less than this comes back before the programme closes the case. */
const daysHeldBeforeDischarge = 7;

/**
 * How the programme saw the episode end; null while it lasts. A client who stays away because they are in jail is
 * discharged as incarcerated on the day of the arrest.
 */
export function treatmentEnd(treatment: Treatment, arrests: readonly Arrest[]): TreatmentEnd | null {
  const arrest = arrests.find((one) => keepsAway(one, treatment));
  if (arrest !== undefined) return { on: arrest.on, lastContactOn: arrest.on, reason: reasons.incarcerated };
  const { until, outcome } = treatment;
  if (until === null) return null;
  return {
    on: until,
    lastContactOn: outcome === 'droppedOut' ? lastSeen(treatment.from, until) : until,
    reason: outcome === null ? unknown : reasons[outcome],
  };
}

/** Whether the arrest fell into a treatment that was not otherwise brought to an end, and lasted past it. */
function keepsAway(arrest: Arrest, treatment: Treatment): boolean {
  const { until, outcome } = treatment;
  const released = arrest.releasedOn ?? asOf;
  const during = arrest.on >= treatment.from && arrest.on <= (until ?? asOf);
  const unfinished = outcome === null || outcome === 'droppedOut' || outcome === 'incarcerated';
  const held = daysBetween(arrest.on, released) >= daysHeldBeforeDischarge;
  return during && unfinished && held && (until === null || until <= released);
}

/** Outpatients who drop out are closed two weeks after they were last seen. */
function lastSeen(from: string, until: string): string {
  const seen = addDays(until, -14);
  return seen < from ? from : seen;
}
