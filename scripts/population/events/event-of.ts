import type { LifeEvent } from '../truth.ts';

/** A life event of one kind. */
export type EventOf<Kind extends LifeEvent['kind']> = Extract<LifeEvent, { kind: Kind }>;

/** What a story says about an event; chance settles the rest. */
export type Settled<Kind extends LifeEvent['kind']> = Partial<Omit<EventOf<Kind>, 'kind'>>;
