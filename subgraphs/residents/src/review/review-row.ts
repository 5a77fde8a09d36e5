import type { ReviewDecision, ReviewKind } from '../master-index/index.ts';

/** The work on a question, as `review_work` holds it. */
export interface ReviewWorkRow {
  readonly review_id: string;
  readonly lane: string;
  readonly queue_key: string;
  readonly version: number;
  readonly opened_at: string;
  readonly claimed_by: string | null;
  readonly claimed_at: string | null;
  readonly lease_until: string | null;
  readonly deferrals: number;
  readonly disagreements: number;
  readonly needs_second_reader: number;
  readonly first_reader: string | null;
  readonly first_decision: ReviewDecision | null;
  readonly decision: ReviewDecision | null;
  readonly decided_at: string | null;
}

/** Whether a reader has a question to themselves. */
export function isHeld({ claimed_by: reader, lease_until: until }: ReviewWorkRow, now: Date): boolean {
  return reader !== null && until !== null && Date.parse(until) > now.getTime();
}

/** A question, as `review_items` holds it. */
export interface ReviewItemRow {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly record_id: string;
  readonly resident_id: string;
  readonly other_id: string | null;
  /** In hundredths of a bit. */
  readonly weight: number | null;
  readonly status: 'OPEN' | 'DECIDED';
}

/** What one reader said of a question, as `review_readings` holds it. */
export interface ReadingRow {
  readonly review_id: string;
  readonly kind: ReviewKind;
  readonly weight: number | null;
  /** 0 until readers disagreed for the first time, then 1, and so on. */
  readonly round: number;
  /** 1 for the first reader of a round, 2 for the second, 0 for who put the question off. */
  readonly position: 0 | 1 | 2;
  readonly reader: string;
  readonly decision: ReviewDecision | 'DEFER';
  readonly reason: string;
  readonly purpose: string | null;
  readonly is_applied: number;
  /** From the claim to the answer. */
  readonly seconds: number;
  readonly at: string;
}
