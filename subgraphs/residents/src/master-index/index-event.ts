import type { Change, Kind, States } from './changes.ts';

/** What was done. CONFIRM and APART are a person's word on records that stay where they are, DECIDE one that changes nothing; ASK opens questions. */
export type EventType =
  'LOAD' | 'UPDATE' | 'LINK' | 'UNLINK' | 'MERGE' | 'CONFIRM' | 'APART' | 'DECIDE' | 'ASK' | 'UNDO';

/** One entry of the log. It is never altered: an undo is an entry of its own. */
export interface IndexEvent {
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  readonly type: EventType;
  /** Who did it: a person's subject, or `machine`. */
  readonly actor: string;
  readonly reason: string;
  /** The purpose of use for which a person did it; null for the machine. */
  readonly purpose: string | null;
  /** The entry that this one undoes; null for all others. */
  readonly undoes: number | null;
  readonly changes: readonly Change[];
}

export type Everything = { readonly [K in Kind]: ReadonlyMap<string, States[K]> };

/** What the index is after the events: the log alone decides. */
export function replay(events: readonly IndexEvent[]): Everything {
  const state = {
    resident: new Map<string, States['resident']>(),
    record: new Map<string, States['record']>(),
    link: new Map<string, States['link']>(),
    constraint: new Map<string, States['constraint']>(),
    review: new Map<string, States['review']>(),
  };
  for (const { kind, key, after } of events.flatMap(({ changes }) => changes)) {
    const states: Map<string, States[Kind]> = state[kind];
    if (after === null) states.delete(key);
    else states.set(key, after);
  }
  return state;
}
