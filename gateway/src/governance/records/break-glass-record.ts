import type { BreakGlassReason, BreakGlassSession } from '../facts/index.ts';
import { instantOf, instantOrNull, instantText } from './instant.ts';
import { listOf, listText } from './name-list.ts';

/** A break-glass session as it is kept. */
export interface BreakGlassRecord extends BreakGlassSession {
  /** In the words of whoever opened it. */
  readonly justification: string;
  /** The agency for which the subject works. */
  readonly subjectAgency: string;
  /** When it was closed before its end. */
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

/** What a privacy officer found. */
export type BreakGlassOutcome = 'JUSTIFIED' | 'NOT_JUSTIFIED';

/** One agency's review of a session that opened its records; also the agency's notice of it. */
export interface BreakGlassReview {
  readonly sessionId: string;
  readonly agency: string;
  readonly notifiedAt: Date;
  readonly dueAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly outcome: BreakGlassOutcome | null;
  readonly remark: string | null;
}

export const breakGlassTable = 'break_glass_sessions';
export const breakGlassReviewsTable = 'break_glass_reviews';

/** The columns of `break_glass_sessions`. */
export interface BreakGlassRow {
  readonly id: string;
  readonly resident_id: string;
  readonly subject: string;
  readonly subject_agency: string;
  readonly agencies: string;
  readonly reason: string;
  readonly justification: string;
  readonly opened_at: string;
  readonly ends_at: string;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
}

/** The columns of `break_glass_reviews`. */
export interface BreakGlassReviewRow {
  readonly session_id: string;
  readonly agency: string;
  readonly notified_at: string;
  readonly due_at: string;
  readonly reviewed_at: string | null;
  readonly reviewed_by: string | null;
  readonly outcome: string | null;
  readonly remark: string | null;
}

export function breakGlassOf(row: BreakGlassRow): BreakGlassRecord {
  return {
    id: row.id,
    residentId: row.resident_id,
    subject: row.subject,
    subjectAgency: row.subject_agency,
    agencies: listOf(row.agencies),
    reason: row.reason as BreakGlassReason,
    justification: row.justification,
    openedAt: instantOf(row.opened_at),
    endsAt: instantOf(row.ends_at),
    closedAt: instantOrNull(row.closed_at),
    closedBy: row.closed_by,
  };
}

export function breakGlassRow(session: BreakGlassRecord): BreakGlassRow {
  return {
    id: session.id,
    resident_id: session.residentId,
    subject: session.subject,
    subject_agency: session.subjectAgency,
    agencies: listText(session.agencies),
    reason: session.reason,
    justification: session.justification,
    opened_at: instantText(session.openedAt),
    ends_at: instantText(session.endsAt),
    closed_at: session.closedAt && instantText(session.closedAt),
    closed_by: session.closedBy,
  };
}

export function breakGlassReviewOf(row: BreakGlassReviewRow): BreakGlassReview {
  return {
    sessionId: row.session_id,
    agency: row.agency,
    notifiedAt: instantOf(row.notified_at),
    dueAt: instantOf(row.due_at),
    reviewedAt: instantOrNull(row.reviewed_at),
    reviewedBy: row.reviewed_by,
    outcome: row.outcome as BreakGlassOutcome | null,
    remark: row.remark,
  };
}

export function breakGlassReviewRow(review: BreakGlassReview): BreakGlassReviewRow {
  return {
    session_id: review.sessionId,
    agency: review.agency,
    notified_at: instantText(review.notifiedAt),
    due_at: instantText(review.dueAt),
    reviewed_at: review.reviewedAt && instantText(review.reviewedAt),
    reviewed_by: review.reviewedBy,
    outcome: review.outcome,
    remark: review.remark,
  };
}
