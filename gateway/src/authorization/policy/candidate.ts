import type { Agreement, Grant } from '../agreements/index.ts';

/** A grant of an agreement to one of its recipients: what can permit a category. */
export interface Candidate {
  readonly agreement: Agreement;
  readonly grant: Grant;
  readonly recipient: Agreement['recipients'][number];
  /** The instants, in milliseconds since 1970, between which it binds: from the first, until before the second. */
  readonly from: number;
  readonly until: number;
}

/** Whether a candidate binds at an instant in milliseconds since 1970. */
export function bindsAt({ from, until }: Candidate, at: number): boolean {
  return from <= at && at < until;
}
