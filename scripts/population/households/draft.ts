import type { Origin } from '../names/index.ts';
import type { Chance } from '../recorder.ts';
import type { Address, AddressPeriod, LifeEvent, Person, PhonePeriod, Trap } from '../truth.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

type Lists = 'phones' | 'addresses' | 'events' | 'traps';

/** A person in the making; what is written stays writable until the household is finished. */
export interface PersonDraft extends Writable<Omit<Person, Lists>> {
  readonly phones: PhonePeriod[];
  readonly addresses: AddressPeriod[];
  readonly events: LifeEvent[];
  readonly traps: Trap[];
  /** Numbers of the parents who live in the household. */
  readonly parents: readonly number[];
  readonly origin: Origin;
  /** Whether a story was written for this person, so that chance adds no troubles of its own. */
  scripted: boolean;
}

/** How a household gets by; decides earnings, benefits and how much can go wrong. */
export type Means = 'poor' | 'low' | 'middle' | 'comfortable';

/** A household in the making. */
export interface HouseholdDraft {
  readonly seed: number;
  readonly number: number;
  /** Number of the first member. */
  readonly firstPerson: number;
  readonly chance: Chance;
  readonly origin: Origin;
  readonly members: PersonDraft[];
  means: Means;
  /** The day on which those who founded the household began to live together. */
  formedOn: string;
  /** A home that a story prescribes; drawn otherwise. */
  firstHome: Address | null;
}
