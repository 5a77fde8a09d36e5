import type { Knex } from '@resident-graph/subgraph-kit';

import type { ReviewKind, ReviewState } from './changes.ts';

/** Where a question stands: waiting for a reader, put off, waiting for a second reader, or answered. */
export type ReviewStatus = 'OPEN' | 'DEFERRED' | 'SECOND_READER' | 'DECIDED';

/** The part of the queue that a question stands in. */
export function laneOf(status: ReviewStatus, kind: ReviewKind): string {
  return `${status} ${kind}`;
}

/** What may be shown to the wrong people now comes first, what would only bring together last. */
export const reviewKinds: readonly ReviewKind[] = [
  'POSSIBLE_OVERLAY',
  'CONTRADICTION',
  'POTENTIAL_DUPLICATE',
  'POSSIBLE_MATCH',
  'AUDIT',
];

/**
 * Keeps the work on a question in step with the question: it begins with it, begins anew where the answer is undone
 * (with a second reader), and ends with it. What readers said of it stays.
 */
export async function keepWork(
  transaction: Knex.Transaction,
  id: string,
  state: ReviewState | null,
  sequence: number,
): Promise<void> {
  const work = transaction('review_work').where({ review_id: id });
  if (state === null) {
    await work.delete();
    return;
  }
  const row = (await work.clone().first('version', 'lane')) as WorkInStep | undefined;
  if (row === undefined) await transaction('review_work').insert(begun(id, state, sequence));
  else if (state.status === 'DECIDED') await work.update(ended(row, state));
  else
    await work.update({
      ...begunAnew,
      // Somebody was wrong about it once.
      needs_second_reader: 1,
      lane: laneOf('OPEN', state.kind),
      version: row.version + 1,
    });
}

interface WorkInStep {
  readonly version: number;
  readonly lane: string;
}

/** The desk has ended the work already where a reader's answer did; else a command has answered the question. */
function ended({ lane, version }: WorkInStep, { kind }: ReviewState): object {
  const decided = laneOf('DECIDED', kind);
  if (lane === decided) return { lane };
  const freed = { claimed_by: null, claimed_at: null, lease_until: null };
  return { ...freed, lane: decided, decided_at: new Date().toISOString(), version: version + 1 };
}

const begunAnew = {
  claimed_by: null,
  claimed_at: null,
  lease_until: null,
  first_reader: null,
  first_decision: null,
  decision: null,
  decided_at: null,
};

function begun(id: string, { kind }: ReviewState, sequence: number): object {
  const place = `${reviewKinds.indexOf(kind)} ${String(sequence).padStart(12, '0')} ${id}`;
  return {
    ...begunAnew,
    review_id: id,
    lane: laneOf('OPEN', kind),
    queue_key: place.slice(0, 160),
    version: 1,
    opened_at: new Date().toISOString(),
  };
}
