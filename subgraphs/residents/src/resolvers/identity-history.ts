import { columns } from '@resident-graph/subgraph-kit';

import type { EventRow, EventResidentRow, RecordLinkRow } from '../rows.ts';
import type { Context, Identity } from './identity.ts';

/** What happened to a resident in the index: fields of Resident. */
export const identityHistory = {
  identityVersion: async ({ id }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.eventPages.load({ keys: [id], first: 1 })).edges[0]?.node.sequence ?? null,
  identityRecords: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.linkedRecords.load(survivor)).filter(isCurrent),
  identityHistory: ({ id, survivor }: Identity, page: { readonly first: number }, { loaders }: Context) =>
    loaders.eventPages.load({ keys: [...new Set([id, survivor])], ...page }),
};

/** Whether a link is in force. */
export function isCurrent({ until_sequence: until }: RecordLinkRow): boolean {
  return until === null;
}

/** The types of those fields. */
export const identityHistoryTypes = {
  IdentityRecord: columns({ id: 'record_id', method: 'method', since: 'from_sequence' }),
  IdentityEvent: {
    sequence: ({ sequence }: EventResidentRow) => sequence,
    type: ofEvent(({ type }) => type),
    at: ofEvent(({ at }) => at),
    actor: unlessBeingRead(({ actor }) => actor),
    purposeOfUse: unlessBeingRead(({ purpose }) => purpose),
    reason: unlessBeingRead(({ reason }) => reason),
    undoes: ofEvent(({ undoes }) => undoes),
    isUndone: async ({ sequence }: EventResidentRow, _: unknown, { loaders }: Context) =>
      (await loaders.undoings.load(sequence)).length > 0,
    links: async (row: EventResidentRow, _: unknown, { loaders }: Context) =>
      linksOf(row, await loaders.events.load(row.sequence)),
  },
};

function ofEvent<Value>(valueOf: (event: EventRow) => Value) {
  return async ({ sequence }: EventResidentRow, _: unknown, { loaders }: Context): Promise<Value | null> => {
    const event = await loaders.events.load(sequence);
    return event === null ? null : valueOf(event);
  };
}

/**
 * Who asked whether two residents are one has answered it, too: until a second reader has, nobody but the first is told
 * who it was, and why.
 */
function unlessBeingRead<Value>(valueOf: (event: EventRow) => Value) {
  return async (
    { sequence }: EventResidentRow,
    _: unknown,
    { loaders, requester }: Context,
  ): Promise<Value | null> => {
    const event = await loaders.events.load(sequence);
    if (event === null) return null;
    const isOwn = requester?.subject === event.actor;
    return isOwn || !(await isBeingRead(event, loaders)) ? valueOf(event) : null;
  };
}

async function isBeingRead({ type, changes }: EventRow, loaders: Context['loaders']): Promise<boolean> {
  if (type !== 'ASK') return false;
  const asked = (JSON.parse(changes) as readonly { readonly kind: string; readonly key: string }[]).filter(
    ({ kind }) => kind === 'review',
  );
  const questions = await Promise.all(asked.map(({ key }) => loaders.reviewItems.load(key)));
  return questions.some((one) => one?.kind === 'POTENTIAL_DUPLICATE' && one.status === 'OPEN');
}

interface LinkState {
  readonly resident: string;
  readonly method: string;
}

interface LinkChange {
  readonly kind: string;
  readonly key: string;
  readonly before: LinkState | null;
  readonly after: LinkState | null;
}

/** Of other residents of the same event nothing. */
function linksOf({ resident_id: resident }: EventResidentRow, event: EventRow | null): readonly object[] {
  const changes = JSON.parse(event?.changes ?? '[]') as readonly LinkChange[];
  return changes
    .filter(
      ({ kind, before, after }) =>
        kind === 'link' && [before, after].some((one) => one?.resident === resident),
    )
    .map(({ key, after }) => {
      const isLinked = after?.resident === resident;
      return { record: key, isLinked, method: isLinked ? after.method : null };
    });
}
