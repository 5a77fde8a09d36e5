import { addDays } from '../dates.ts';
import type { Chance } from '../recorder.ts';
import { asOf } from '../truth.ts';
import type { EventOf, Settled } from './event-of.ts';

type Spell = EventOf<'homelessness'>;

const days: Readonly<Record<Spell['situation'], readonly [number, number]>> = {
  unsheltered: [5, 300],
  emergencyShelter: [3, 200],
  doubledUp: [20, 240],
  hotel: [5, 60],
  transitional: [90, 500],
};

/** A spell without a home of one's own, of one person or of several together, the head first. */
export function drawHomelessness(
  chance: Chance,
  from: string,
  settled: Settled<'homelessness'> & Pick<Spell, 'together'>,
): Spell {
  const family = settled.together.length > 1;
  const situation = settled.situation ?? chance.pickWeighted(family ? familySituations : situations);
  const end = addDays(from, chance.integer(...days[situation]));
  const lasts = end > asOf;
  return {
    kind: 'homelessness',
    from,
    until: lasts ? null : end,
    situation,
    cameFrom: chance.pickWeighted(origins),
    wentTo: lasts ? null : chance.pickWeighted(destinations),
    ...settled,
  };
}

const situations: readonly (readonly [Spell['situation'], number])[] = [
  ['emergencyShelter', 42],
  ['unsheltered', 25],
  ['doubledUp', 17],
  ['hotel', 5],
  ['transitional', 11],
];

const familySituations: readonly (readonly [Spell['situation'], number])[] = [
  ['emergencyShelter', 42],
  ['doubledUp', 30],
  ['hotel', 14],
  ['transitional', 14],
];

const origins: readonly (readonly [Spell['cameFrom'], number])[] = [
  ['rental', 42],
  ['family', 22],
  ['friends', 22],
  ['street', 14],
];

const destinations: readonly (readonly [Spell['wentTo'], number])[] = [
  ['rentalWithSubsidy', 24],
  ['rentalWithoutSubsidy', 26],
  ['family', 18],
  ['friends', 12],
  ['street', 6],
  [null, 14],
];
