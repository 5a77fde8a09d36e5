import { badUserInput, columns } from '@resident-graph/subgraph-kit';
import type { TypeResolvers } from '@resident-graph/subgraph-kit';

import { probabilityOf, type LinkageModel } from '../linkage/index.ts';
import type { ResidentLoaders } from '../loaders.ts';
import { laneOf, reviewKinds, type ReviewKind, type ReviewStatus } from '../master-index/index.ts';
import { compareRecords, isHeld, readQuality, type ReadingRow, type ReviewWorkRow } from '../review/index.ts';
import { isCurrent } from './identity-history.ts';
import { identify, survivorOf } from './identity.ts';
import type { Context, Identity } from './identity.ts';

interface QueueRequest {
  readonly filter?: {
    readonly statuses?: readonly ReviewStatus[] | null;
    readonly kinds?: readonly ReviewKind[] | null;
  } | null;
  readonly first: number;
  readonly after?: string | null;
}

const waiting: readonly ReviewStatus[] = ['OPEN', 'DEFERRED', 'SECOND_READER'];
const mostDays = 3660;

/** A client may repeat a value as often as it likes. */
function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/** The root fields of the desk at which questions are answered. */
export const reviewQueries: TypeResolvers<ResidentLoaders> = {
  reviewQueue: (_: unknown, { filter, ...page }: QueueRequest, { loaders }: Context) => {
    const [statuses, kinds] = [distinct(filter?.statuses ?? waiting), distinct(filter?.kinds ?? reviewKinds)];
    const lanes = statuses.flatMap((status) => kinds.map((kind) => laneOf(status, kind)));
    return loaders.reviewPages.load({ keys: lanes, ...page });
  },
  review: (_: unknown, { id }: { readonly id: string }, { loaders }: Context) => loaders.reviewWork.load(id),
  identityQuality: (_: unknown, { days }: { readonly days: number }, { database }: Context) => {
    if (days < 1 || days > mostDays)
      throw badUserInput(`The argument days is a number from 1 to ${mostDays}.`, 'days');
    return readQuality(database, days);
  },
};

/** The types of those fields. */
export const reviewTypes = {
  Review: {
    ...columns({
      id: 'review_id',
      version: 'version',
      openedAt: 'opened_at',
      deferrals: 'deferrals',
      disagreements: 'disagreements',
      decision: 'decision',
      decidedAt: 'decided_at',
    }),
    kind: ofItem(({ kind }) => kind),
    status: ({ lane }: ReviewWorkRow) => lane.split(' ')[0],
    record: ofItem(({ record_id: record }) => record),
    probability: ofItem(({ weight }) => (weight === null ? null : probabilityOf(weight / 100))),
    claimedBy: (work: ReviewWorkRow) => (isHeld(work, new Date()) ? work.claimed_by : null),
    leaseUntil: (work: ReviewWorkRow) => (isHeld(work, new Date()) ? work.lease_until : null),
    recordResident: async (work: ReviewWorkRow, _: unknown, context: Context): Promise<Identity | null> => {
      const item = await context.loaders.reviewItems.load(work.review_id);
      const links = item ? await context.loaders.recordLinks.load(item.record_id) : [];
      const link = links.find(isCurrent);
      return link ? identify(link.resident_id, context) : null;
    },
    resident: async (work: ReviewWorkRow, _: unknown, context: Context): Promise<Identity | null> => {
      const item = await context.loaders.reviewItems.load(work.review_id);
      return item && survivorOf(item.resident_id, context);
    },
    evidence: evidenceOf,
    readings: ({ review_id: id, decision }: ReviewWorkRow, _: unknown, { loaders }: Context) =>
      decision === null ? null : loaders.reviewReadings.load(id),
  },
  ReviewReading: {
    ...columns({ reader: 'reader', reason: 'reason', at: 'at' }),
    decision: ({ decision }: ReadingRow) => (decision === 'DEFER' ? null : decision),
  },
};

type Item = NonNullable<Awaited<ReturnType<ResidentLoaders['reviewItems']['load']>>>;

function ofItem<Value>(valueOf: (item: Item) => Value) {
  return async (
    { review_id: id }: ReviewWorkRow,
    _: unknown,
    { loaders }: Context,
  ): Promise<Value | null> => {
    const item = await loaders.reviewItems.load(id);
    return item === null ? null : valueOf(item);
  };
}

async function evidenceOf(
  { review_id: id }: ReviewWorkRow,
  _: unknown,
  { loaders }: Context,
): Promise<ReturnType<typeof compareRecords> | null> {
  const item = await loaders.reviewItems.load(id);
  if (item === null || item.other_id === null) return null;
  const [record, other, model] = await Promise.all([
    loaders.localRecords.load(item.record_id),
    loaders.localRecords.load(item.other_id),
    loaders.models.load('ACTIVE'),
  ]);
  if (record === null || other === null) return null;
  const known = model && (JSON.parse(model.parameters) as LinkageModel);
  return compareRecords(record.person, other.person, known);
}
