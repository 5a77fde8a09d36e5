import { yearsBetween } from '../../dates.ts';
import type { Chance } from '../../recorder.ts';
import type { LifeEvent, Person } from '../../truth.ts';

type Substance = Extract<LifeEvent, { kind: 'substanceUseTreatment' }>['primarySubstance'];

/** How a person uses one substance. */
interface Habit {
  /** TEDS MDS 15. */
  readonly route: string;
  /** TEDS MDS 17, with 97 and 98 where nobody knows. */
  readonly ageAtFirstUse: number;
}

export interface Habits {
  /** The habit as it was told at the first admission for the substance; the day is that of this admission. */
  readonly of: (substance: Substance, on: string) => Habit;
}

/** TEDS MDS 15: the routes by which a substance is used, by weight. */
const routes: Readonly<Record<Substance, readonly (readonly [string, number])[]>> = {
  alcohol: [['01', 1]],
  cocaine: [
    ['02', 5],
    ['03', 4],
    ['04', 1],
  ],
  marijuana: [
    ['02', 8],
    ['01', 2],
  ],
  heroin: [
    ['04', 7],
    ['03', 3],
  ],
  otherOpiates: [
    ['01', 5],
    ['04', 3],
    ['03', 2],
  ],
  methamphetamine: [
    ['02', 6],
    ['04', 3],
    ['03', 1],
  ],
  benzodiazepine: [['01', 1]],
};

/** One person's habits: drawn once for each substance, so that all admissions tell the same. */
export function openHabits(person: Person, chance: Chance): Habits {
  const known = new Map<Substance, Habit>();
  return {
    of: (substance, on) => {
      const habit = known.get(substance) ?? drawHabit(substance, yearsBetween(person.birthDate, on), chance);
      known.set(substance, habit);
      return habit;
    },
  };
}

function drawHabit(substance: Substance, age: number, chance: Chance): Habit {
  return { route: chance.pickWeighted(routes[substance]), ageAtFirstUse: drawFirstUse(age, chance) };
}

function drawFirstUse(age: number, chance: Chance): number {
  if (chance.happens(0.06)) return chance.pick([97, 98]);
  return chance.integer(Math.min(12, age), Math.min(age, 30));
}
