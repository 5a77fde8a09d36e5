import type { ImportedFacts } from '../../gateway/src/governance/index.ts';
import { asOf, generateHouseholds, type LifeEvent, type Person } from '../population/index.ts';

type NewRelationship = NonNullable<ImportedFacts['relationships']>[number];
type NewConsent = NonNullable<ImportedFacts['consents']>[number];

/** What is taken over at once: bounds the memory and the length of a transaction. */
const residentsAtOnce = 5000;

/** How many people of each agency share the work. */
const staff = { caseworker: 4, 'eligibility-worker': 3, counselor: 3, clinician: 2, officer: 3 } as const;

/** The head of household 1, of whom the demonstration asks. */
const showcasePerson = 1;

/** Judgements of this many years ago are still supervised. */
const supervisedYears = 3;

/**
 * Puts on file what binds the demonstration's staff to the generated residents: caseloads at housing and benefits,
 * treatment with consent for two of three, supervision after a conviction. The same seed, the same facts; done twice,
 * nothing changes. The showcase resident is left to those who are introduced by name.
 *
 * @param importFacts - takes facts over, as the governance of the gateway does
 */
export async function seedDemonstrationFacts(
  { importFacts }: { readonly importFacts: (facts: ImportedFacts) => Promise<void> },
  options: { readonly seed: number; readonly residents: number },
): Promise<void> {
  let waiting: Person[] = [];
  for (const { members } of generateHouseholds(options)) {
    waiting.push(...members.filter(({ number }) => number !== showcasePerson));
    if (waiting.length < residentsAtOnce) continue;
    await importFacts(factsOf(waiting));
    waiting = [];
  }
  await importFacts(factsOf(waiting));
}

function factsOf(persons: readonly Person[]): ImportedFacts {
  return { relationships: persons.flatMap(relationshipsOf), consents: persons.flatMap(consentsOf) };
}

/** One relationship of each kind to each agency: the latest event speaks. */
function relationshipsOf(person: Person): readonly NewRelationship[] {
  const found = person.events.flatMap((event) => relationshipOf(person, event));
  return [...new Map(found.map((relationship) => [relationship.id, relationship])).values()];
}

function relationshipOf(person: Person, event: LifeEvent): readonly NewRelationship[] {
  const bind = (
    [kind, agency, role]: readonly [NewRelationship['kind'], string, keyof typeof staff],
    [from, until]: readonly [string, string | null],
  ): readonly NewRelationship[] => [
    {
      id: `${person.residentId}-${kind}-${role}`,
      residentId: person.residentId,
      kind,
      subject: workerOf(person, role),
      agency,
      validFrom: dayOf(from),
      validUntil: until === null ? null : dayOf(until),
    },
  ];
  if (event.kind === 'homelessness' && isGoingOn(event))
    return bind(['caseload', 'housing', 'caseworker'], [event.from, null]);
  if (event.kind === 'benefit' && event.outcome === 'active' && event.from !== null)
    return bind(['caseload', 'benefits', 'eligibility-worker'], [event.from, null]);
  if (event.kind === 'substanceUseTreatment' && isGoingOn(event))
    return bind(['treating', 'behavioral-health', 'counselor'], [event.from, null]);
  if (event.kind === 'mentalHealthEpisode' && isGoingOn(event))
    return bind(['treating', 'behavioral-health', 'clinician'], [event.from, null]);
  if (event.kind === 'arrest' && event.disposition === 'convicted' && event.disposedOn !== null)
    return bind(
      ['supervision', 'justice', 'officer'],
      [event.disposedOn, yearsLater(event.disposedOn, supervisedYears)],
    );
  return [];
}

/** Two of three in treatment have consented; every sixth lets the housing agency know as well. */
function consentsOf(person: Person): readonly NewConsent[] {
  const treatment = person.events.findLast((event) => event.kind === 'substanceUseTreatment');
  if (treatment?.kind !== 'substanceUseTreatment' || !isGoingOn(treatment) || person.number % 3 === 0)
    return [];
  const { residentId, number } = person;
  return [
    {
      id: `${residentId}-treatment`,
      residentId,
      kind: 'treatment-payment-operations',
      discloser: 'behavioral-health',
      recipientAgencies: number % 6 === 1 ? ['behavioral-health', 'housing'] : ['behavioral-health'],
      recipientSubjects: [],
      isGeneralDesignation: false,
      categories: ['behavioral-health-section', 'sud-treatment'],
      purposesOfUse: ['TREAT', 'COC'],
      validFrom: dayOf(treatment.from),
      validUntil: null,
    },
  ];
}

function isGoingOn({ until }: { readonly until: string | null }): boolean {
  return until === null || until > asOf;
}

function workerOf({ number }: Person, role: keyof typeof staff): string {
  return `${role}-${(number % staff[role]) + 1}`;
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

function yearsLater(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}-${date.slice(5) === '02-29' ? '02-28' : date.slice(5)}`;
}
