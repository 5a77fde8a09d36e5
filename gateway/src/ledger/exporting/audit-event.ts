import type { DecisionRecord, DisclosureRecord } from '../reading/index.ts';

const profile =
  'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source';
const dicom = 'http://dicom.nema.org/resources/ontology/DCM';
const lifecycle = 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle';
const actReason = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const ourPurposes = 'urn:resident-graph:purpose-of-use';
const participation = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const entityType = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const objectRole = 'http://terminology.hl7.org/CodeSystem/object-role';
const requestType = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType';

/** Purposes of use that HL7 has no term for. */
const own: ReadonlySet<string> = new Set(['HOUSING_PLACEMENT', 'CHILD_PROTECTION', 'REENTRY', 'AUDIT']);

/** A FHIR R4 AuditEvent, as JSON. */
type AuditEvent = Readonly<Record<string, unknown>>;

/**
 * A disclosure as a FHIR R4 AuditEvent of the profile for disclosures at their source (IHE BALP 1.1). Of what was
 * withheld it says so in `outcome`: 4 where nothing was shown.
 */
export function auditEvent(record: DisclosureRecord): AuditEvent {
  const { recipient, purpose, at, log, sequence, outcome } = record;
  const isShown =
    outcome === 'answered' && record.decisions.some((decision) => decision.outcome === 'permit');
  const source = { identifier: { value: log } };
  return {
    resourceType: 'AuditEvent',
    id: `${log.replaceAll(/[^A-Za-z0-9.-]/g, '-')}-${sequence}`.slice(-64),
    meta: { profile: [profile] },
    type: { system: dicom, code: '110106', display: 'Export' },
    subtype: [{ system: lifecycle, code: 'disclose', display: 'Disclose Record Lifecycle Event' }],
    action: 'R',
    recorded: at.toISOString(),
    outcome: isShown ? '0' : '4',
    outcomeDesc: isShown ? outcome : `${outcome}, nothing shown`,
    ...(purpose !== null && { purposeOfEvent: [{ coding: [purposeCoding(purpose)] }] }),
    agent: [
      {
        type: { coding: [{ system: dicom, code: '110153', display: 'Source Role ID' }] },
        who: source,
        requestor: false,
        network: { address: log, type: '5' },
      },
      {
        type: { coding: [{ system: dicom, code: '110152', display: 'Destination Role ID' }] },
        who: { identifier: { value: recipient.agency }, display: recipient.application },
        requestor: false,
        network: { address: recipient.application, type: '5' },
      },
      {
        type: { coding: [{ system: participation, code: 'IRCP', display: 'information recipient' }] },
        ...(recipient.subject !== null && { who: { identifier: { value: recipient.subject } } }),
        role: recipient.roles.map((role) => ({ text: role })),
        requestor: true,
        policy: record.decisions.flatMap(agreementsOf),
      },
    ],
    source: { observer: source },
    entity: entitiesOf(record),
  };
}

function purposeCoding(code: string): object {
  return { system: own.has(code) ? ourPurposes : actReason, code };
}

function agreementsOf({ agreements = [] }: DecisionRecord): readonly string[] {
  return agreements.map(({ id, version }) => `urn:resident-graph:agreement:${id}:${version}`);
}

function entitiesOf(record: DisclosureRecord): readonly object[] {
  const { residentId, request, operation, decisions, answer } = record;
  return [
    {
      what: { identifier: { value: residentId } },
      type: { system: entityType, code: '1', display: 'Person' },
      role: { system: objectRole, code: '1', display: 'Patient' },
    },
    ...decisions.map((decision) => ({
      what: { display: operation.name ?? operation.hash },
      type: { system: entityType, code: '2', display: 'System Object' },
      role: { system: objectRole, code: '3', display: 'Report' },
      detail: detailsOf(decision),
    })),
    {
      what: { identifier: { value: request } },
      type: { system: requestType, code: 'XrequestId' },
      ...(answer !== null && { detail: [{ type: 'answer-sha256', valueString: answer }] }),
    },
  ];
}

function detail(type: string, value: string): object {
  return { type, valueString: value };
}

function detailsOf(decision: DecisionRecord): readonly object[] {
  const { outcome, categories, coordinates, citations = [], authority, reason } = decision;
  return [
    detail('decision', outcome),
    ...categories.map((name) => detail('category', name)),
    ...coordinates.map((name) => detail('field', name)),
    ...citations.map((citation) => detail('authority', citation)),
    ...(authority === undefined ? [] : [detail('authority', authority)]),
    ...(reason === undefined ? [] : [detail('reason', reason)]),
  ];
}
