import type { Agreement, Grant } from '../agreements/index.ts';

/** A grant of an agreement to one of its recipients: what can permit a category. */
export interface Candidate {
  readonly agreement: Agreement;
  readonly grant: Grant;
  readonly recipient: Agreement['recipients'][number];
  /** Equal for candidates that say the same and differ only in the agreement that says it. */
  readonly shape: string;
  /** The instants, in milliseconds since 1970, between which it binds: from the first, until before the second. */
  readonly from: number;
  readonly until: number;
}

/** What a candidate says besides its categories and its clause. */
export function shapeOf(grant: Grant, { applications }: Candidate['recipient']): string {
  const { purposes, conditions, breakGlass, obligations, transforms } = grant;
  return JSON.stringify([applications, purposes, conditions, breakGlass, obligations, transforms]);
}

/** Whether a candidate binds at an instant in milliseconds since 1970. */
export function bindsAt({ from, until }: Candidate, at: number): boolean {
  return from <= at && at < until;
}
