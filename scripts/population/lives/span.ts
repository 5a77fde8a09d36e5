import type { LifeEvent } from '../truth.ts';

/** The first and the last day of an event; `until` is null while it lasts. */
export interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** When an event of any kind began and ended. */
export function spanOf(event: LifeEvent): Span {
  if (event.kind === 'arrest') return { from: event.on, until: event.releasedOn };
  if (event.kind === 'benefit') return { from: event.appliedOn, until: event.until };
  if (event.kind === 'disability') return { from: event.from, until: null };
  if ('on' in event) return { from: event.on, until: event.on };
  return { from: event.from, until: event.until };
}
