import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { Caller, PendingSignIn, Session } from '../../authentication/index.ts';
import { instantOf, instantOrNull, instantText } from '../records/index.ts';

/** A row of `browser_sessions`. */
export interface SessionRow {
  readonly id_hash: string;
  readonly caller: string;
  readonly name: string | null;
  readonly subject_hash: string;
  readonly provider_session_hash: string | null;
  readonly idle_ends_at: string;
  readonly absolute_ends_at: string;
  readonly stepped_up_until: string | null;
}

/** A row of `pending_sign_ins`. */
export interface PendingRow {
  readonly id_hash: string;
  readonly return_path: string;
  readonly session_hash: string | null;
  readonly begun_at: string;
  readonly ends_at: string;
}

/** What another process has written is read as strictly as what comes from outside. */
const callerSchema: z.ZodType<Caller> = z.strictObject({
  subject: z.string().min(1),
  agency: z.string().min(1),
  roles: z.array(z.string()),
  application: z.string().min(1),
  purposesOfUse: z.array(z.string()).nullable(),
  residentId: z.string().nullable(),
  trainings: z.array(z.string()),
  assuranceLevel: z.int().min(1).max(3),
});

/** By what the sessions of a subject are found; it has one length, however long the subject's name is. */
export function subjectHash(subject: string): string {
  return createHash('sha256').update(subject).digest('hex');
}

export function sessionRow(idHash: string, session: Session): SessionRow {
  const { caller, name, providerSessionHash, idleEndsAt, absoluteEndsAt, steppedUpUntil } = session;
  return {
    id_hash: idHash,
    caller: JSON.stringify(caller),
    name,
    subject_hash: subjectHash(caller.subject),
    provider_session_hash: providerSessionHash,
    idle_ends_at: instantText(idleEndsAt),
    absolute_ends_at: instantText(absoluteEndsAt),
    stepped_up_until: steppedUpUntil === null ? null : instantText(steppedUpUntil),
  };
}

/** @throws if what the row says is no caller. */
export function sessionOf(row: SessionRow): Session {
  return {
    caller: callerSchema.parse(JSON.parse(row.caller), { reportInput: false }),
    name: row.name,
    providerSessionHash: row.provider_session_hash,
    idleEndsAt: instantOf(row.idle_ends_at),
    absoluteEndsAt: instantOf(row.absolute_ends_at),
    steppedUpUntil: instantOrNull(row.stepped_up_until),
  };
}

export function pendingRow(idHash: string, pending: PendingSignIn): PendingRow {
  return {
    id_hash: idHash,
    return_path: pending.returnPath,
    session_hash: pending.sessionHash,
    begun_at: instantText(pending.begunAt),
    ends_at: instantText(pending.endsAt),
  };
}

export function pendingOf(row: PendingRow): PendingSignIn {
  return {
    returnPath: row.return_path,
    sessionHash: row.session_hash,
    begunAt: instantOf(row.begun_at),
    endsAt: instantOf(row.ends_at),
  };
}
