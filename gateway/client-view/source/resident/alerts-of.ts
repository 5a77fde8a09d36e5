import type { Resident } from '../resident-view/index.ts';
import type { Speech } from '../language/index.ts';
import { sectionAgencies } from '../values/index.ts';
import { programsOf } from './programs-of.ts';

/** Something that a caseworker should know before anything else. */
export interface Alert {
  readonly level: 'urgent' | 'warning' | 'notice';
  readonly text: string;
  /** The agency that says so. */
  readonly agency: string;
  /** As of when, or until when. */
  readonly when: string | null;
}

const soonDays = 45;

/** What the agencies' answers call attention to, the most urgent first. */
export function alertsOf(resident: Resident, speech: Speech, now: number): readonly Alert[] {
  const alerts = [
    ...addressAlerts(resident, speech),
    ...housingAlerts(resident, speech),
    ...custodyAlerts(resident, speech),
    ...dateAlerts(resident, speech, now),
  ];
  const order = ['urgent', 'warning', 'notice'];
  return alerts.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

function addressAlerts({ currentAddress }: Resident, { say }: Speech): readonly Alert[] {
  return currentAddress?.isSubstitute
    ? [{ level: 'urgent', text: say('alert.substituteAddress'), agency: 'residents', when: null }]
    : [];
}

function housingAlerts({ housing }: Resident, { say, date }: Speech): readonly Alert[] {
  const open = (housing?.enrollments?.edges ?? []).flatMap(({ node }) =>
    node && node.exit === null ? [node] : [],
  );
  return open.flatMap(({ domesticViolence, currentLivingSituations }) => {
    const situation = currentLivingSituations?.edges[0]?.node;
    const fleeing = domesticViolence?.[0];
    return [
      ...(fleeing?.isCurrentlyFleeing === 'YES'
        ? [urgent(say('alert.fleeing'), fleeing.informationDate, date)]
        : []),
      ...(situation?.mustLeaveWithinFourteenDays === 'YES'
        ? [urgent(say('alert.mustLeave'), situation.informationDate, date)]
        : []),
    ];
  });
}

function urgent(text: string, day: string | null, date: Speech['date']): Alert {
  return { level: 'urgent', text, agency: 'housing', when: day === null ? null : date(day) };
}

function custodyAlerts({ justice }: Resident, { say, date }: Speech): readonly Alert[] {
  const held = justice?.bookings?.edges.find(({ node }) => node?.release === null)?.node;
  return held
    ? [
        {
          level: 'warning',
          text: say('alert.inCustody', {
            facility: held.detentionFacility?.name ?? say('nothing.notRecorded'),
          }),
          agency: 'justice',
          when: held.bookingDate === null ? null : say('time.since', { date: date(held.bookingDate) }),
        },
      ]
    : [];
}

/** Dates that are near or past: recertifications, renewals, hearings, the end of a supervision. */
function dateAlerts(resident: Resident, speech: Speech, now: number): readonly Alert[] {
  const { say, date, daysUntil } = speech;
  return programsOf(resident, speech, now).flatMap(({ section, name, current }) => {
    const next = current?.next;
    const days = next ? daysUntil(next.date, now) : Number.POSITIVE_INFINITY;
    if (!next || days > soonDays) return [];
    const text = say(days < 0 ? 'alert.datePassed' : 'alert.dateNear', {
      program: say(name),
      event: say(next.label).toLocaleLowerCase(),
      date: date(next.date),
      days: Math.abs(days),
    });
    return [
      {
        level: days <= 14 ? 'warning' : 'notice',
        text,
        agency: sectionAgencies[section],
        when: null,
      } as const,
    ];
  });
}
