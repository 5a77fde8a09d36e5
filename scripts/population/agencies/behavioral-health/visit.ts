import type { IntakeDesk } from '../../recorder.ts';
import type { LifeEvent, Person } from '../../truth.ts';
import type { Book } from './book.ts';
import type { Habits } from './open-habits.ts';
import type { Provider } from './providers.ts';

export type Treatment = Extract<LifeEvent, { kind: 'substanceUseTreatment' }>;
export type Episode = Extract<LifeEvent, { kind: 'mentalHealthEpisode' }>;
export type Arrest = Extract<LifeEvent, { kind: 'arrest' }>;

/** A person at the counters of this agency's providers, and the book that is written in. */
export interface Visit {
  readonly person: Person;
  readonly desk: IntakeDesk;
  readonly book: Book;
  /** How the person uses each substance, which does not change from one admission to the next. */
  readonly habits: Habits;
  /** The client that the provider knows the person as; opened on that day if there is none yet. */
  readonly client: (provider: Provider, on: string) => Client;
}

export interface Client {
  readonly key: string;
  readonly id: string;
}

export function treatmentsOf(person: Person): readonly Treatment[] {
  return person.events.filter((event) => event.kind === 'substanceUseTreatment');
}

export function episodesOf(person: Person): readonly Episode[] {
  return person.events.filter((event) => event.kind === 'mentalHealthEpisode');
}

export function arrestsOf(person: Person): readonly Arrest[] {
  return person.events.filter((event) => event.kind === 'arrest');
}
