import type { LifeEvent } from '../truth.ts';

/** The first and the last day of an event; null while it lasts. */
export interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** When an event of any kind began and ended. */
export function spanOf(event: LifeEvent): Span {
  switch (event.kind) {
    case 'marriage':
    case 'birthOfChild':
    case 'domesticViolence':
      return { from: event.on, until: event.on };
    case 'arrest':
      return { from: event.on, until: event.releasedOn };
    case 'benefit':
      return { from: event.appliedOn, until: event.until };
    case 'disability':
      return { from: event.from, until: null };
    case 'employment':
    case 'homelessness':
    case 'substanceUseTreatment':
    case 'mentalHealthEpisode':
    case 'fosterPlacement':
      return { from: event.from, until: event.until };
  }
}
