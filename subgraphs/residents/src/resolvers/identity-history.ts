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
    actor: ofEvent(({ actor }) => actor),
    purposeOfUse: ofEvent(({ purpose }) => purpose),
    reason: ofEvent(({ reason }) => reason),
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
