import { yearsBetween } from '../../dates.ts';
import type { Chance } from '../../recorder.ts';
import type { Treatment, Visit } from './visit.ts';

type Substance = Treatment['primarySubstance'];

interface SubstanceCodes {
  readonly code: string;
  readonly routes: readonly (readonly [string, number])[];
}

/** TEDS MDS 14 and 15: the substance's code, and the routes by which it is used, by weight. */
const substances: Readonly<Record<Substance, SubstanceCodes>> = {
  alcohol: { code: '02', routes: [['01', 1]] },
  cocaine: {
    code: '03',
    routes: [
      ['02', 5],
      ['03', 4],
      ['04', 1],
    ],
  },
  marijuana: {
    code: '04',
    routes: [
      ['02', 8],
      ['01', 2],
    ],
  },
  heroin: {
    code: '05',
    routes: [
      ['04', 7],
      ['03', 3],
    ],
  },
  otherOpiates: {
    code: '07',
    routes: [
      ['01', 5],
      ['04', 3],
      ['03', 2],
    ],
  },
  methamphetamine: {
    code: '10',
    routes: [
      ['02', 6],
      ['04', 3],
      ['03', 1],
    ],
  },
  benzodiazepine: { code: '13', routes: [['01', 1]] },
};

interface SubstanceRecord {
  readonly recordKey: string;
  readonly stage: 'admission' | 'discharge';
}

/** Writes the client's substance problems as of admission or of discharge. */
export function recordSubstances(
  visit: Visit,
  treatment: Treatment,
  { recordKey, stage }: SubstanceRecord,
): void {
  const problems = [treatment.primarySubstance, treatment.secondarySubstance].filter((one) => one !== null);
  problems.forEach((problem, index) => {
    const { code, routes } = substances[problem];
    visit.book.TEDS_SUBSTANCE.push({
      SUBSTANCE_KEY: `S${String(visit.desk.next('substance')).padStart(10, '0')}`,
      RECORD_KEY: recordKey,
      PROBLEM_RANK: index + 1,
      SUBSTANCE: code,
      ROUTE: visit.desk.pickWeighted(routes),
      FREQUENCY: frequency(treatment, stage, visit.desk),
      AGE_FIRST_USE: ageAtFirstUse(visit, treatment),
    });
  });
}

function frequency(treatment: Treatment, stage: SubstanceRecord['stage'], chance: Chance): string {
  const abstinent = stage === 'discharge' && treatment.outcome === 'completed';
  if (abstinent) return chance.happens(0.8) ? '01' : '02';
  return chance.pickWeighted([
    ['02', 1],
    ['03', 2],
    ['04', 3],
    ['05', 6],
    ['97', 1],
  ]);
}

function ageAtFirstUse({ person, desk }: Visit, treatment: Treatment): number {
  if (desk.happens(0.06)) return desk.pick([97, 98]);
  const age = yearsBetween(person.birthDate, treatment.from);
  return desk.integer(Math.min(12, age), Math.max(12, Math.min(age, 30)));
}
