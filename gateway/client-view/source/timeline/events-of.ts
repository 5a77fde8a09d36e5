import type { Resident } from '../resident-view/index.ts';
import type { Speech } from '../language/index.ts';
import { sectionAgencies } from '../values/index.ts';

/** Something that happened, or lasts, as one agency tells it. */
export interface TimelineEvent {
  readonly key: string;
  readonly agency: string;
  readonly title: string;
  readonly detail: string | null;
  readonly from: string;
  /** Null while it lasts; the same as `from` for what happened on one day. */
  readonly until: string | null;
}

/** The agencies' lanes, from the top down. */
export const lanes: readonly string[] = ['residents', ...Object.values(sectionAgencies)];

/** Everything with a date in what was answered, newest first. */
export function eventsOf(resident: Resident, speech: Speech): readonly TimelineEvent[] {
  const events = [
    ...addressEvents(resident, speech),
    ...benefitEvents(resident, speech),
    ...housingEvents(resident, speech),
    ...healthEvents(resident, speech),
    ...justiceEvents(resident, speech),
  ];
  return events.toSorted((a, b) => b.from.localeCompare(a.from));
}

/** One event, or none where its beginning isn't known. */
function event(
  agency: string,
  title: string,
  [from, until]: readonly [string | null | undefined, string | null | undefined],
  detail: string | null = null,
): readonly TimelineEvent[] {
  if (!from) return [];
  const [first, last] = [from.slice(0, 10), until?.slice(0, 10) ?? null];
  return [
    { key: `${agency} ${title} ${first} ${last ?? ''}`, agency, title, detail, from: first, until: last },
  ];
}

function addressEvents({ addresses }: Resident, { say }: Speech): readonly TimelineEvent[] {
  return (addresses?.edges ?? []).flatMap(({ node }) =>
    node
      ? event(
          'residents',
          say('event.lived', { town: node.city ?? say('nothing.notRecorded') }),
          [node.from, node.until],
          [node.line1, node.line2].filter(Boolean).join(', '),
        )
      : [],
  );
}

function benefitEvents({ benefits }: Resident, { say, code }: Speech): readonly TimelineEvent[] {
  const cases = (['snap', 'tanf', 'childCare'] as const).flatMap((field) =>
    (benefits?.[field]?.cases?.edges ?? []).flatMap(({ node }) =>
      node
        ? event(
            'benefits',
            say(`program.${field}`),
            [node.openedOn, node.closedOn],
            code('closureReason', node.closureReason),
          )
        : [],
    ),
  );
  const medicaid = (benefits?.medicaid?.enrollments?.edges ?? []).flatMap(({ node }) =>
    node ? event('benefits', say('program.medicaid'), [node.effectiveOn, node.endsOn]) : [],
  );
  return [...cases, ...medicaid];
}

function housingEvents({ housing }: Resident, { say, code }: Speech): readonly TimelineEvent[] {
  return (housing?.enrollments?.edges ?? []).flatMap(({ node }) =>
    node
      ? event(
          'housing',
          node.project?.name ?? say('housing.stay'),
          [node.entryDate, node.exit?.date ?? null],
          code('projectType', node.project?.type),
        )
      : [],
  );
}

function healthEvents({ behavioralHealth }: Resident, { say, code }: Speech): readonly TimelineEvent[] {
  const admissions = behavioralHealth?.substanceUseTreatment?.admissions?.edges ?? [];
  const episodes = behavioralHealth?.mentalHealth?.episodes?.edges ?? [];
  return [
    ...admissions.flatMap(({ node }) =>
      node
        ? event(
            'behavioral-health',
            say('program.substanceUseTreatment'),
            [node.admissionDate, node.discharge?.dischargeDate],
            code('serviceSetting', node.serviceSetting),
          )
        : [],
    ),
    ...episodes.flatMap(({ node }) =>
      node
        ? event(
            'behavioral-health',
            say('program.mentalHealth'),
            [node.admissionDate, node.dischargeDate],
            code('mentalHealthSetting', node.setting),
          )
        : [],
    ),
  ];
}

function justiceEvents({ justice }: Resident, { say, code }: Speech): readonly TimelineEvent[] {
  const bookings = (justice?.bookings?.edges ?? []).flatMap(({ node }) =>
    node
      ? event(
          'justice',
          say('event.custody'),
          [node.bookingDate, node.release?.releaseDate],
          node.detentionFacility?.name,
        )
      : [],
  );
  const cases = (justice?.cases?.edges ?? []).flatMap(({ node }) =>
    node
      ? event(
          'justice',
          say('event.caseFiled'),
          [node.filingDate, node.filingDate],
          code('caseType', node.caseType),
        )
      : [],
  );
  const hearings = (justice?.hearings?.edges ?? []).flatMap(({ node }) =>
    node && node.status !== 'CANCELLED'
      ? event(
          'justice',
          say('event.hearing'),
          [node.scheduledFor, node.scheduledFor],
          code('hearingType', node.type),
        )
      : [],
  );
  const supervisions = (justice?.supervisions ?? []).flatMap(({ type, startDate, endDate }) =>
    event('justice', code('supervisionType', type) ?? '', [startDate, endDate]),
  );
  return [...bookings, ...cases, ...hearings, ...supervisions];
}
