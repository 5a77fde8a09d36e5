import type { LifeEvent } from '../truth.ts';
import { spanOf } from './span.ts';

/** The event as death left it: gone if it had not begun, closed if it lasted. */
export function endAtDeath(event: LifeEvent, deathDate: string | null): readonly LifeEvent[] {
  if (deathDate === null) return [event];
  const { from, until } = spanOf(event);
  if (from >= deathDate) return [];
  const lasted = until === null || until >= deathDate;
  return [lasted || event.kind === 'arrest' ? closed(event, deathDate) : event];
}

function closed(event: LifeEvent, deathDate: string): LifeEvent {
  if (event.kind === 'benefit') return closedBenefit(event, deathDate);
  if (event.kind === 'arrest') return closedArrest(event, deathDate);
  if (event.kind === 'substanceUseTreatment') return { ...event, until: deathDate, outcome: 'died' };
  if (event.kind === 'homelessness') return { ...event, until: deathDate, wentTo: 'deceased' };
  return 'until' in event ? { ...event, until: deathDate } : event;
}

function closedBenefit(event: Extract<LifeEvent, { kind: 'benefit' }>, deathDate: string): LifeEvent {
  if (event.outcome === 'denied') return event;
  if (event.from === null || event.from >= deathDate)
    return { ...event, outcome: 'denied', reason: 'died', from: null, until: null };
  return { ...event, until: deathDate, outcome: 'closed', reason: 'died' };
}

/** A case against a dead defendant is dismissed; a stay in jail ends with the life. */
function closedArrest(event: Extract<LifeEvent, { kind: 'arrest' }>, deathDate: string): LifeEvent {
  const released = event.releasedOn !== null && event.releasedOn < deathDate;
  const disposed = event.disposedOn !== null && event.disposedOn < deathDate;
  const bailed = event.bailPostedOn !== null && event.bailPostedOn < deathDate;
  return {
    ...event,
    bailPostedOn: bailed ? event.bailPostedOn : null,
    releasedOn: released ? event.releasedOn : deathDate,
    releaseReason: released ? event.releaseReason : 'dismissed',
    disposition: disposed ? event.disposition : 'dismissed',
    disposedOn: disposed ? event.disposedOn : deathDate,
  };
}
