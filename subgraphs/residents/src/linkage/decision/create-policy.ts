import type { Comparison } from '../comparison/index.ts';
import { probabilityOf } from '../model/index.ts';
import { contradictionsOf } from './contradictions-of.ts';

/** What is done about two records: linked by the machine, shown to a person, or left apart. */
export type Decision = 'link' | 'review' | 'apart';

/** Match grades of FHIR Patient/$match, code system http://terminology.hl7.org/CodeSystem/match-grade. */
export type MatchGrade = 'certain' | 'probable' | 'possible' | 'certainly-not';

/** The decision about a pair by its levels and its weight in bits. */
type Policy = (levels: ArrayLike<number>, weight: number) => Decision;

/** From which probability on a match is certain, probable, possible. */
export const gradeThresholds = { certain: 0.99, probable: 0.9, possible: 0.2 } as const;
const {
  certain: certainProbability,
  probable: probableProbability,
  possible: possibleProbability,
} = gradeThresholds;

/**
 * The contradiction policy: a high probability alone links nobody. The machine links two records if
 *
 * 1. the probability is at least .99,
 * 2. both have a given name and a surname, and the names agree,
 * 3. the birth date or the Social Security number agrees fully, and
 * 4. nothing contradicts: another number, another sex, another generation, another given or middle name, a birth
 *    date more than a slip of the pen away.
 *
 * What is at least possible and not linked is for a person to judge.
 */
export function createPolicy(comparisons: readonly Comparison[]): Policy {
  const place = (name: string): number => comparisons.findIndex((comparison) => comparison.name === name);
  const [given, surname] = [place('givenName'), place('surname')];
  const [birthDate, number] = [place('birthDate'), place('socialSecurityNumber')];
  const isContradicted = contradictionsOf(comparisons);
  const surnameAgrees = comparisons[surname]?.levels.indexOf('alike') ?? 0;
  return (levels, weight) => {
    const probability = probabilityOf(weight);
    if (probability < possibleProbability) return 'apart';
    const hasNames = levels[given]! >= 0 && levels[surname]! >= 0 && levels[surname]! < surnameAgrees;
    const isIdentified = levels[birthDate] === 0 || levels[number] === 0;
    const isCertain =
      probability >= certainProbability && hasNames && isIdentified && !isContradicted(levels);
    return isCertain ? 'link' : 'review';
  };
}

/** The grade of a probability, for those who ask and for whom nothing is linked. */
export function gradeOf(probability: number): MatchGrade {
  if (probability >= certainProbability) return 'certain';
  if (probability >= probableProbability) return 'probable';
  return probability >= possibleProbability ? 'possible' : 'certainly-not';
}
