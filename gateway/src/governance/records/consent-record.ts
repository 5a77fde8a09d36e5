import type { Consent, ConsentKind } from '../facts/index.ts';
import { instantOf, instantOrNull, instantText } from './instant.ts';
import { listOf, listText } from './name-list.ts';

/** A consent as it is kept: who wrote it down, and who took it back. */
export interface ConsentRecord extends Consent {
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedByAgency: string;
  readonly revokedBy: string | null;
}

export const consentsTable = 'consents';

/** The columns of `consents`; names of the elements of FHIR R4 Consent in comments. */
export interface ConsentRow {
  readonly id: string;
  /** Consent.patient */
  readonly resident_id: string;
  /** Consent.category */
  readonly kind: string;
  /** Consent.provision.actor, role "discloser" */
  readonly discloser: string;
  /** Consent.provision.actor, role "recipient" */
  readonly recipient_agencies: string;
  readonly recipient_subjects: string;
  readonly is_general_designation: boolean | number;
  /** Consent.provision.class */
  readonly categories: string;
  /** Consent.provision.purpose */
  readonly purposes_of_use: string;
  /** Consent.provision.period */
  readonly valid_from: string;
  readonly valid_until: string | null;
  /** Consent.dateTime, Consent.performer */
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly recorded_by_agency: string;
  /** Consent.status "inactive" */
  readonly revoked_at: string | null;
  readonly revoked_by: string | null;
}

export function consentOf(row: ConsentRow): ConsentRecord {
  return {
    id: row.id,
    residentId: row.resident_id,
    kind: row.kind as ConsentKind,
    discloser: row.discloser,
    recipientAgencies: listOf(row.recipient_agencies),
    recipientSubjects: listOf(row.recipient_subjects),
    isGeneralDesignation: Boolean(row.is_general_designation),
    categories: listOf(row.categories),
    purposesOfUse: listOf(row.purposes_of_use),
    validFrom: instantOf(row.valid_from),
    validUntil: instantOrNull(row.valid_until),
    revokedAt: instantOrNull(row.revoked_at),
    recordedAt: instantOf(row.recorded_at),
    recordedBy: row.recorded_by,
    recordedByAgency: row.recorded_by_agency,
    revokedBy: row.revoked_by,
  };
}

export function consentRow(consent: ConsentRecord): ConsentRow {
  return {
    id: consent.id,
    resident_id: consent.residentId,
    kind: consent.kind,
    discloser: consent.discloser,
    recipient_agencies: listText(consent.recipientAgencies),
    recipient_subjects: listText(consent.recipientSubjects),
    is_general_designation: consent.isGeneralDesignation,
    categories: listText(consent.categories),
    purposes_of_use: listText(consent.purposesOfUse),
    valid_from: instantText(consent.validFrom),
    valid_until: consent.validUntil && instantText(consent.validUntil),
    recorded_at: instantText(consent.recordedAt),
    recorded_by: consent.recordedBy,
    recorded_by_agency: consent.recordedByAgency,
    revoked_at: consent.revokedAt && instantText(consent.revokedAt),
    revoked_by: consent.revokedBy,
  };
}
