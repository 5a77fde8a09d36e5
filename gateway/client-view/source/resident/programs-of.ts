import type { Resident } from '../resident-view/index.ts';
import type { Path } from '../graphql/index.ts';
import type { MessageKey, Speech } from '../language/index.ts';
import type { Section } from '../values/index.ts';

/** One line of the overview: a programme in which the resident takes part, or may. */
export interface Program {
  readonly key: string;
  readonly section: Section;
  /** Message that names the programme. */
  readonly name: MessageKey;
  /** Where it stands below the resident. */
  readonly at: Path;
  /** Null where nothing stands there; why, the answer knows. */
  readonly current: Participation | null;
}

/** How somebody takes part. */
export interface Participation {
  readonly detail: string | null;
  readonly status: string | null;
  readonly isActive: boolean;
  readonly since: string | null;
  readonly until: string | null;
  /** What comes next, and when. */
  readonly next: { readonly label: MessageKey; readonly date: string } | null;
  readonly contact: string | null;
}

/** Every programme that the agencies' sections speak of, in their order. */
export function programsOf(resident: Resident, speech: Speech, now: number): readonly Program[] {
  return [
    ...benefitPrograms(resident, speech),
    housingProgram(resident, speech),
    ...healthPrograms(resident, speech),
    ...justicePrograms(resident, speech, now),
  ];
}

function benefitPrograms({ benefits }: Resident, { code }: Speech): readonly Program[] {
  const program = (field: 'snap' | 'tanf' | 'childCare'): Program => {
    const node = benefits?.[field]?.cases?.edges[0]?.node;
    const due = node?.status === 'ACTIVE' ? (node.recertificationDueOn ?? null) : null;
    return {
      key: field,
      section: 'benefits',
      name: `program.${field}`,
      at: ['benefits', field],
      current: node
        ? {
            detail: null,
            status: code('caseStatus', node.status),
            isActive: node.status === 'ACTIVE',
            since: node.openedOn,
            until: node.closedOn,
            next: due === null ? null : { label: 'next.recertification', date: due },
            contact: contactOf(node.caseworker),
          }
        : null,
    };
  };
  return [program('snap'), program('tanf'), medicaidProgram(benefits, code), program('childCare')];
}

function medicaidProgram(benefits: Resident['benefits'], code: Speech['code']): Program {
  const node = benefits?.medicaid?.enrollments?.edges[0]?.node;
  const isActive = node !== undefined && node !== null && node.endsOn === null;
  return {
    key: 'medicaid',
    section: 'benefits',
    name: 'program.medicaid',
    at: ['benefits', 'medicaid'],
    current: node
      ? {
          detail: code('eligibilityGroup', node.eligibilityGroup),
          status: code('caseStatus', isActive ? 'ACTIVE' : 'CLOSED'),
          isActive,
          since: node.effectiveOn,
          until: node.endsOn,
          next: node.renewalDueOn === null ? null : { label: 'next.renewal', date: node.renewalDueOn },
          contact: contactOf(node.caseworker),
        }
      : null,
  };
}

function housingProgram({ housing }: Resident, { code }: Speech): Program {
  const nodes = (housing?.enrollments?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  const node = nodes.find(({ exit }) => exit === null) ?? nodes[0];
  return {
    key: 'housing',
    section: 'housing',
    name: 'program.housing',
    at: ['housing', 'enrollments'],
    current: node
      ? {
          detail: [node.project?.name, code('projectType', node.project?.type)].filter(Boolean).join(' · '),
          status: code('enrollmentStatus', node.exit === null ? 'OPEN' : 'ENDED'),
          isActive: node.exit === null,
          since: node.entryDate,
          until: node.exit?.date ?? null,
          next: null,
          contact: node.project?.organization?.name ?? null,
        }
      : null,
  };
}

function healthPrograms({ behavioralHealth }: Resident, { code }: Speech): readonly Program[] {
  const admission = behavioralHealth?.substanceUseTreatment?.admissions?.edges[0]?.node;
  const episode = behavioralHealth?.mentalHealth?.episodes?.edges[0]?.node;
  return [
    {
      key: 'substanceUseTreatment',
      section: 'behavioralHealth',
      name: 'program.substanceUseTreatment',
      at: ['behavioralHealth', 'substanceUseTreatment'],
      current: admission
        ? care(
            admission,
            admission.discharge?.dischargeDate ?? null,
            code('serviceSetting', admission.serviceSetting),
            code,
          )
        : null,
    },
    {
      key: 'mentalHealth',
      section: 'behavioralHealth',
      name: 'program.mentalHealth',
      at: ['behavioralHealth', 'mentalHealth'],
      current: episode
        ? care(episode, episode.dischargeDate, code('mentalHealthSetting', episode.setting), code)
        : null,
    },
  ];
}

function care(
  {
    admissionDate,
    provider,
  }: { readonly admissionDate: string | null; readonly provider: { readonly name: string | null } | null },
  until: string | null,
  setting: string | null,
  code: Speech['code'],
): Participation {
  return {
    detail: setting,
    status: code('enrollmentStatus', until === null ? 'OPEN' : 'ENDED'),
    isActive: until === null,
    since: admissionDate,
    until,
    next: null,
    contact: provider?.name ?? null,
  };
}

function justicePrograms({ justice }: Resident, { code }: Speech, now: number): readonly Program[] {
  const supervision = justice?.supervisions?.[0];
  const supervisedUntil = supervision?.endDate ?? null;
  const isSupervised = supervisedUntil === null || Date.parse(supervisedUntil) >= now;
  const open = justice?.cases?.edges.find(({ node }) => node?.status === 'OPEN')?.node;
  const latest = open ?? justice?.cases?.edges[0]?.node;
  const hearing = justice?.nextHearing?.scheduledFor ?? null;
  return [
    {
      key: 'court',
      section: 'justice',
      name: 'program.court',
      at: ['justice', 'cases'],
      current: latest
        ? {
            detail: code('caseType', latest.caseType),
            status: code('courtStatus', latest.status),
            isActive: latest.status === 'OPEN',
            since: latest.filingDate,
            until: null,
            next: hearing === null ? null : { label: 'next.hearing', date: hearing },
            contact: latest.court,
          }
        : null,
    },
    {
      key: 'supervision',
      section: 'justice',
      name: 'program.supervision',
      at: ['justice', 'supervisions'],
      current: supervision
        ? {
            detail: code('supervisionType', supervision.type),
            status: code('enrollmentStatus', isSupervised ? 'OPEN' : 'ENDED'),
            isActive: isSupervised,
            since: supervision.startDate,
            until: isSupervised ? null : supervisedUntil,
            next:
              isSupervised && supervisedUntil !== null
                ? { label: 'next.supervisionEnds', date: supervisedUntil }
                : null,
            contact:
              [supervision.officer, phone(supervision.officerPhone)].filter(Boolean).join(', ') || null,
          }
        : null,
    },
  ];
}

function contactOf(
  worker: { readonly office: string | null; readonly workPhone: string | null } | null,
): string | null {
  return worker ? [worker.office, phone(worker.workPhone)].filter(Boolean).join(', ') || null : null;
}

/** Ten digits as they are read aloud. */
export function phone(digits: string | null): string | null {
  return digits?.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3') ?? null;
}
