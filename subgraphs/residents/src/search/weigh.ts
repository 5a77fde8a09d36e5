import {
  createPolicy,
  createScorer,
  personComparisons,
  type Decision,
  type Frequencies,
  type LinkageModel,
} from '../linkage/index.ts';
import type { Candidate } from './candidates.ts';
import { tabulate } from './comparison-table.ts';
import { identifiers } from './identifiers.ts';
import type { EvidenceLevel, Identifier } from './identifiers.ts';
import { closedUp } from './keys.ts';
import type { Profile } from './profile.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one identifier says. */
export interface Evidence {
  readonly identifier: string;
  readonly level: EvidenceLevel;
  /** In bits: how much it speaks for the resident, below 0 against. */
  readonly weight: number;
}

/** A candidate with what speaks for and against it. */
export interface WeighedCandidate extends Candidate {
  /** In bits: the logarithm of the odds that this resident is meant. */
  readonly weight: number;
  readonly evidence: readonly Evidence[];
  /** What the linkage's policy would do with two records that agree so. */
  readonly decision: Decision;
}

export interface Weighing {
  readonly model: LinkageModel;
  readonly vocabulary: Vocabulary;
  /** How many residents may be meant. */
  readonly residents: number;
}

const missing = -1;
const levelOf = (comparison: string, level: string): number =>
  personComparisons[placeOf(comparison)]?.levels.indexOf(level) ?? missing;
const placeOf = (comparison: string): number =>
  personComparisons.findIndex(({ name }) => name === comparison);
const decide = createPolicy(personComparisons);

/** Levels of the linkage that stand for what is told, where several are told as one. */
const standsFor: Readonly<Record<string, string>> = { 'birthDate SIMILAR': 'one edit' };

/** Half of those who are asked for are taken to be in the index. */
const shareKnown = 0.5;

/** Of two who are the same so many live, or lived, where the other does; the rest comes from chance (1 of 70 years). */
const sameCode = 0.8;
const samePartOfDate = 0.97;
const yearsOfBirth = 70;
const against = -5;

/**
 * Weighs candidates by the linkage's model.
 *
 * 1. Each identifier that was asked for gets the level of the best of the resident's values.
 * 2. The levels together are weighed as those of two records are; of rare names full agreement weighs more.
 * 3. What an identifier says is its weight alone. Postal codes and dates in part, which the model does not know so,
 *    are added by the chance of agreeing.
 */
export function weigh(
  question: Question,
  candidates: readonly Candidate[],
  { model, vocabulary, residents }: Weighing,
): readonly WeighedCandidate[] {
  const { table, places } = tabulate(question, candidates);
  const scorer = createScorer(
    table,
    personComparisons,
    amongResidents(model, residents),
    frequenciesOf(question, { vocabulary, model }),
  );
  const asked = identifiers.filter(({ argument }) => question[argument] !== null);
  const compare = asked.map((identifier) => comparatorOf(identifier, question, table));
  const none = new Int8Array(personComparisons.length).fill(missing);
  const start = scorer.weightOf(none, 0);
  const aloneKept = new Map<number, number>();
  return candidates.map((candidate, at): WeighedCandidate => {
    const levels = Int8Array.from(none);
    const found = asked.map((identifier, index) => {
      const { told, level } = compare[index]!(...places[at]!, candidate.profile);
      if (identifier.comparison !== null && level !== missing) levels[placeOf(identifier.comparison)] = level;
      return { identifier, told, level };
    });
    const byLine = found.some(
      ({ identifier, told }) => identifier.name === 'ADDRESS_LINE' && told === 'EXACT',
    );
    const weighed = found.flatMap(({ identifier, told, level }) => {
      if (told === null) return [];
      const { name, comparison } = identifier;
      const weight =
        comparison === null
          ? weightOfOther(identifier, told, question, { model, byLine })
          : alone(comparison, level);
      return [{ isAdded: comparison === null, one: { identifier: name, level: told, weight } }];
    });
    const added = weighed.reduce((sum, { isAdded, one }) => (isAdded ? sum + one.weight : sum), 0);
    const evidence = weighed.map(({ one }): Evidence => one);
    const weight = scorer.weightOf(levels, 0) + added;
    return { ...candidate, weight, evidence, decision: decide(levels, weight) };
  });

  function alone(comparison: string, level: number): number {
    if (level === missing) return 0;
    const place = placeOf(comparison);
    const known = aloneKept.get(place * 16 + level);
    if (known !== undefined) return known;
    const levels = Int8Array.from(none);
    levels[place] = level;
    const weight = scorer.weightOf(levels, 0) - start;
    aloneKept.set(place * 16 + level, weight);
    return weight;
  }
}

/** Whether an identifier speaks for a resident. */
export function agrees({ level, weight }: Evidence): boolean {
  return level === 'EXACT' || level === 'SWAPPED' || (level !== 'DIFFERENT' && weight > 0);
}

type Found = { readonly told: EvidenceLevel | null; readonly level: number };
type ProfileComparator = (first: number, end: number, profile: Profile) => Found;

function comparatorOf(
  identifier: Identifier,
  question: Question,
  table: Parameters<(typeof personComparisons)[number]['bind']>[0],
): ProfileComparator {
  if (identifier.argument === 'postalCode')
    return (_first, _end, { postalCodes }) => among(postalCodes, question.postalCode!, 'EXACT');
  if (identifier.argument === 'partialBirthDate') {
    const part = question.partialBirthDate!;
    return (_first, _end, { birthDates }) =>
      among(
        birthDates.map((date) => date.slice(0, part.length)),
        part,
        'PARTIAL_DATE',
      );
  }
  const name = identifier.comparison!;
  const { bind, levels } = personComparisons[placeOf(name)]!;
  const [compare, isSwapped] = [bind(table), swappedIn(table)];
  const isName = name === 'givenName' || name === 'surname';
  const column = table.columns[name === 'surname' ? 'surname' : 'given'];
  const begins = isName ? closedUp(question[identifier.argument] ?? '') : '';
  const similar = isName ? levelOf(name, 'similar') : missing;
  return (first, end) => {
    let best: Found = { told: null, level: missing };
    for (let place = first; place < end; place += 1) {
      const level = compare(0, place);
      // Names in each other's place are weighed once, with the given name.
      const swapped = isName && level === missing && isSwapped(place);
      const told = swapped ? 'SWAPPED' : toldAs(identifier, levels[level]);
      if (told === null) continue;
      const isBegun = isName && level > similar && beginsWith(column, place, begins);
      const found: Found = isBegun
        ? { told: 'BEGINNING', level: similar }
        : { told, level: swapped ? missing : representative(name, told, level) };
      if (best.told === null || rankOf(found) < rankOf(best)) best = found;
    }
    return best;
  };
}

function swappedIn(
  table: Parameters<(typeof personComparisons)[number]['bind']>[0],
): (place: number) => boolean {
  const given = personComparisons[placeOf('givenName')]!.bind(table);
  const swapped = levelOf('givenName', 'swapped');
  return (place) => given(0, place) === swapped;
}

function toldAs({ told }: Identifier, level: string | undefined): EvidenceLevel | null {
  return level === undefined ? null : (told[level] ?? null);
}

function representative(comparison: string, told: EvidenceLevel, level: number): number {
  if (told === 'DIFFERENT' && comparison === 'birthDate') return levelOf('birthDate', 'different');
  const name = standsFor[`${comparison} ${told}`];
  return name === undefined ? level : levelOf(comparison, name);
}

/** Levels come from full agreement to none; names in each other's place agree fully. */
function rankOf({ told, level }: Found): number {
  return told === 'SWAPPED' ? 0.5 : level;
}

function beginsWith(
  column: { readonly value: (place: number) => string },
  place: number,
  start: string,
): boolean {
  const name = closedUp(column.value(place));
  return start.length >= 3 && name.length > start.length && name.startsWith(start);
}

function among(values: readonly string[], value: string, told: EvidenceLevel): Found {
  if (values.length === 0) return { told: null, level: missing };
  return { told: values.includes(value) ? told : 'DIFFERENT', level: missing };
}

function weightOfOther(
  { argument }: Identifier,
  told: EvidenceLevel,
  { partialBirthDate }: Question,
  { model, byLine }: { readonly model: LinkageModel; readonly byLine: boolean },
): number {
  if (argument === 'partialBirthDate') {
    const parts = yearsOfBirth * ((partialBirthDate?.length ?? 0) > 4 ? 12 : 1);
    return told === 'DIFFERENT' ? against : Math.log2(samePartOfDate * parts);
  }
  const chance = model.comparisons.find(({ name }) => name === 'place')?.strangers[0] ?? sameCode;
  if (told === 'DIFFERENT') return Math.log2((1 - sameCode) / (1 - Math.min(sameCode, chance)));
  // Whose address line agrees lives there: the code says nothing new.
  return byLine ? 0 : Math.log2(sameCode / Math.min(sameCode, chance));
}

/** The model's shares are those of pairs of records; here one question meets all residents. */
function amongResidents(model: LinkageModel, residents: number): LinkageModel {
  const same = shareKnown / Math.max(1, residents);
  const household = Math.min(0.5, (same * model.share.household) / model.share.same);
  return { ...model, share: { same, household, strangers: 1 - household } };
}

/** Of a common name full agreement says less, but never less than that another name is alike. */
function frequenciesOf(
  { givenName, surname }: Question,
  { vocabulary, model }: Pick<Weighing, 'vocabulary' | 'model'>,
): Frequencies {
  const shares: ((() => number) | null)[] = personComparisons.map(() => null);
  const set = (comparison: string, share: number): void => {
    const least = Math.min(share, commonestOf(model, comparison));
    shares[placeOf(comparison)] = () => least;
  };
  if (givenName !== null) set('givenName', vocabulary.share('given', givenName));
  if (surname !== null) set('surname', vocabulary.share('surname', surname));
  return { shares, togetherness: () => 0 };
}

function commonestOf({ comparisons }: LinkageModel, comparison: string): number {
  const { levels, same, strangers } = comparisons.find(({ name }) => name === comparison) ?? noParameters;
  const others = levels.flatMap((level, at) =>
    at === 0 || level === 'swapped' ? [] : [(same[at] ?? 0) / (strangers[at] ?? 1)],
  );
  return (same[0] ?? 1) / (2 * Math.max(1, ...others));
}

const noParameters = { levels: [], same: [], strangers: [] };
