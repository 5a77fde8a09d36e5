import { daysBetween } from '../dates.ts';
import type { EventOf } from '../events/index.ts';
import { ageOn, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { asOf, type LifeEvent, type Trap } from '../truth.ts';

type Carries = (person: PersonDraft, draft: HouseholdDraft) => boolean;

/** Traps that follow from what a person is and lived through. */
const derived: readonly (readonly [Trap, Carries])[] = [
  ['twin', (person) => person.twinOf !== null],
  ['noSocialSecurityNumber', (person) => person.socialSecurityNumber === null],
  ['addressConfidential', (person) => person.addressConfidential],
  ['deceased', (person) => person.deathDate !== null],
  [
    'doubledUp',
    (person) => eventsOf(person, 'homelessness').some(({ situation }) => situation === 'doubledUp'),
  ],
  ['fosterYouth', (person) => eventsOf(person, 'fosterPlacement').length > 0],
  ['fleeingViolence', (person) => eventsOf(person, 'domesticViolence').some(({ fleeing }) => fleeing)],
  ['sealedCase', (person) => eventsOf(person, 'arrest').some(({ sealed }) => sealed)],
  ['juvenileRecord', (person) => eventsOf(person, 'arrest').some(({ juvenile }) => juvenile)],
  ['minorInOwnTreatment', (person) => treatments(person).some(({ from }) => ageOn(person, from) < 18)],
  ['hivAndSubstanceUse', (person) => isDisabled(person, 'hiv') && isDisabled(person, 'substanceUse')],
  [
    'jailReleaseOfTreatmentPatient',
    (person) => eventsOf(person, 'arrest').some((arrest) => treatedAfter(person, arrest)),
  ],
  [
    'childInPlacementWithParentInTreatment',
    (person, draft) => pairs(draft).some((pair) => pair.includes(person)),
  ],
  ['medicaidMotherFleeingViolence', isMedicaidMotherInFlight],
];

/** Writes down which traps each member carries. */
export function markTraps(draft: HouseholdDraft): void {
  for (const person of draft.members) {
    for (const [trap, carries] of derived) if (carries(person, draft)) person.traps.push(trap);
  }
}

function eventsOf<Kind extends LifeEvent['kind']>(person: PersonDraft, kind: Kind): readonly EventOf<Kind>[] {
  return person.events.filter((event): event is EventOf<Kind> => event.kind === kind);
}

function treatments(person: PersonDraft): readonly EventOf<'substanceUseTreatment'>[] {
  return eventsOf(person, 'substanceUseTreatment');
}

function isDisabled(person: PersonDraft, type: EventOf<'disability'>['type']): boolean {
  return eventsOf(person, 'disability').some((disability) => disability.type === type);
}

/** Treatment that begins within a week of the release. */
function treatedAfter(person: PersonDraft, { releasedOn }: EventOf<'arrest'>): boolean {
  if (releasedOn === null) return false;
  return treatments(person).some(({ from }) => from >= releasedOn && daysBetween(releasedOn, from) <= 7);
}

/** Children with the parent who is in treatment while they are placed. */
function pairs(draft: HouseholdDraft): readonly (readonly [PersonDraft, PersonDraft])[] {
  return draft.members.flatMap((child) =>
    draft.members
      .filter((parent) => child.parents.includes(parent.number))
      .filter((parent) =>
        eventsOf(child, 'fosterPlacement').some((stay) =>
          treatments(parent).some((care) => overlap(stay, care)),
        ),
      )
      .map((parent) => [child, parent] as const),
  );
}

interface Stay {
  readonly from: string;
  readonly until: string | null;
}

function overlap(one: Stay, other: Stay): boolean {
  return one.from < (other.until ?? asOf) && other.from < (one.until ?? asOf);
}

function isMedicaidMotherInFlight(person: PersonDraft, draft: HouseholdDraft): boolean {
  const isMother =
    person.sex === 'female' && draft.members.some((child) => child.parents.includes(person.number));
  const isInFlight = eventsOf(person, 'domesticViolence').some(({ fleeing }) => fleeing);
  return (
    isMother &&
    isInFlight &&
    eventsOf(person, 'benefit').some(({ program, from }) => program === 'medicaid' && from !== null)
  );
}
