import type { Household, LifeEvent, Person } from './truth.ts';

/** One kind of event of each domain of the five agencies; the residents agency knows everybody. */
const everyDomain: readonly LifeEvent['kind'][] = [
  'employment',
  'benefit',
  'homelessness',
  'disability',
  'domesticViolence',
  'substanceUseTreatment',
  'mentalHealthEpisode',
  'arrest',
];

/**
 * Residents of whom all five agencies hold records, with data in every domain. The first person of the population,
 * the head of household 1, always is one of them.
 */
export function* showcaseResidents(households: Iterable<Household>): Generator<Person> {
  for (const { members } of households) yield* members.filter(livesThroughEverything);
}

/**
 * The first of the showcase residents: person 1, so that no more than one household need be generated.
 *
 * @throws Error when the households hold nobody like that.
 */
export function showcaseResident(households: Iterable<Household>): Person {
  for (const person of showcaseResidents(households)) return person;
  throw new Error('None of the households holds a resident of whom every agency has records.');
}

function livesThroughEverything({ events }: Person): boolean {
  const kinds = new Set(events.map(({ kind }) => kind));
  return everyDomain.every((kind) => kinds.has(kind));
}
