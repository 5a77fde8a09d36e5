import type { TypeResolvers } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import {
  IndexRefusal,
  MasterIndex,
  type Act,
  type IndexEvent,
  type ReviewDecision,
} from '../master-index/index.ts';
import { ReviewDesk, readReason, type Merged } from '../review/index.ts';
import { survivorOf } from './identity.ts';
import type { Context } from './identity.ts';
import { refusedOr } from './refused-or.ts';

interface ReviewCommand {
  readonly id: string;
  readonly expectedVersion: number;
}

interface IndexCommand {
  readonly reason: string;
  readonly expectedVersion?: number | null;
}

/** The commands of persons: each is entered in the log with the requester whom the gateway vouches for. */
export const identityCommands: TypeResolvers<ResidentLoaders> = {
  claimReview: (_: unknown, { input }: Input<ReviewCommand>, context: Context) =>
    aboutReview(input.id, context, async (reader) => {
      await deskOf(context).claim(input.id, { ...input, reader });
      return {};
    }),
  deferReview: (
    _: unknown,
    { input }: Input<ReviewCommand & { readonly reason: string }>,
    context: Context,
  ) =>
    aboutReview(input.id, context, async (reader, purpose) => {
      await deskOf(context).defer(input.id, { ...input, reader, purpose });
      return {};
    }),
  decideReview: (
    _: unknown,
    { input }: Input<ReviewCommand & { readonly reason: string; readonly decision: ReviewDecision }>,
    context: Context,
  ) =>
    aboutReview(input.id, context, async (reader, purpose) => {
      const { outcome, event } = await deskOf(context).decide(input.id, { ...input, reader, purpose });
      return { outcome, sequence: event?.sequence ?? null };
    }),
  linkRecord: (
    _: unknown,
    { input }: Input<IndexCommand & { readonly record: string; readonly resident: string }>,
    context: Context,
  ) =>
    aboutResident(context, input, async (act) => {
      const linked = await deskOf(context).link(input.record, input.resident, act);
      return joined(linked, input.resident);
    }),
  unlinkRecord: (
    _: unknown,
    { input }: Input<IndexCommand & { readonly record: string }>,
    context: Context,
  ) =>
    aboutResident(context, input, async (act) => {
      const event = await indexOf(context).unlink(input.record, act);
      return { ...numberOf(event), id: residentAfter(event, input.record) };
    }),
  mergeResidents: (
    _: unknown,
    { input }: Input<IndexCommand & { readonly survivor: string; readonly merged: string }>,
    context: Context,
  ) =>
    aboutResident(context, input, async (act) => {
      const merged = await deskOf(context).merge(input.survivor, input.merged, act);
      return joined(merged, input.survivor);
    }),
  undoIdentityEvent: (
    _: unknown,
    { input }: Input<IndexCommand & { readonly sequence: number }>,
    context: Context,
  ) =>
    aboutResident(context, input, async (act) => ({
      ...numberOf(await indexOf(context).undo(input.sequence, act)),
      id: null,
    })),
};

/** The types of what the commands give. */
export const identityCommandTypes = {
  ReviewPayload: {
    review: ({ reviewId }: { readonly reviewId: string }, _: unknown, context: Context) => {
      forget(context);
      return context.loaders.reviewWork.load(reviewId);
    },
  },
  IdentityPayload: {
    resident: ({ id }: { readonly id?: string | null }, _: unknown, context: Context) => {
      forget(context);
      return id ? survivorOf(id, context) : null;
    },
  },
};

/** What an earlier command of the same request has shown may be otherwise now. */
function forget({ loaders }: Context): void {
  for (const loader of Object.values(loaders)) if ('clearAll' in loader) loader.clearAll();
}

interface Input<Given> {
  readonly input: Given;
}

/** Nobody takes records in by GraphQL: no command here needs to find out whom a record is like. */
function indexOf({ database }: Context): MasterIndex {
  return new MasterIndex(database, { find: () => Promise.resolve([]) });
}

function deskOf(context: Context): ReviewDesk {
  return new ReviewDesk(context.database, indexOf(context));
}

async function aboutReview(
  id: string,
  { requester }: Context,
  command: (reader: string, purpose: string | null) => Promise<object>,
): Promise<object> {
  if (requester === null) return { reviewId: id, refusal: 'NO_REQUESTER' };
  const given = await refusedOr(() => command(requester.subject, requester.purposeOfUse));
  return { ...given, reviewId: id };
}

async function aboutResident(
  { requester }: Context,
  { reason, expectedVersion = null }: IndexCommand,
  command: (act: Act) => Promise<object>,
): Promise<object> {
  if (requester === null) return { refusal: 'NO_REQUESTER' };
  const { subject: actor, purposeOfUse: purpose } = requester;
  return refusedOr(() => command({ actor, purpose, reason: readReason(reason), expectedVersion }));
}

function numberOf(event: IndexEvent | null): { readonly sequence: number | null } {
  return { sequence: event?.sequence ?? null };
}

function joined({ event, review }: Merged, resident: string): object {
  return { ...numberOf(event), review, id: event === null ? null : resident };
}

function residentAfter(event: IndexEvent | null, record: string): string | null {
  const change = event?.changes.findLast((one) => one.kind === 'link' && one.key === record);
  if (change?.kind !== 'link') throw new IndexRefusal('UNKNOWN_RECORD');
  return change.after?.resident ?? null;
}
