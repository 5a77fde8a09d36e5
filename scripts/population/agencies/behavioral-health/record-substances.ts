import type { Chance } from '../../recorder.ts';
import type { Treatment, Visit } from './visit.ts';

type Substance = Treatment['primarySubstance'];

/** TEDS MDS 14: the substance's code. */
const substances: Readonly<Record<Substance, string>> = {
  alcohol: '02',
  cocaine: '03',
  marijuana: '04',
  heroin: '05',
  otherOpiates: '07',
  methamphetamine: '10',
  benzodiazepine: '13',
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
    const { ageAtFirstUse, route } = visit.habits.of(problem, treatment.from);
    visit.book.TEDS_SUBSTANCE.push({
      SUBSTANCE_KEY: `S${String(visit.desk.next('substance')).padStart(10, '0')}`,
      RECORD_KEY: recordKey,
      PROBLEM_RANK: index + 1,
      SUBSTANCE: substances[problem],
      ROUTE: route,
      FREQUENCY: frequency(treatment, stage, visit.desk),
      AGE_FIRST_USE: ageAtFirstUse,
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
