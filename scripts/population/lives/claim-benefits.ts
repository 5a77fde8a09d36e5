import { drawBenefit, type EventOf } from '../events/index.ts';
import { addDays, daysBetween } from '../dates.ts';
import {
  addYears,
  ageOn,
  earlier,
  lastDayOf,
  later,
  type HouseholdDraft,
  type Means,
  type PersonDraft,
} from '../households/index.ts';
import { asOf } from '../truth.ts';

type Benefit = EventOf<'benefit'>;
type Program = Benefit['program'];

const firstDayOfRecords = '2019-01-01';

/** Share of the households that receive the program, where a member could. Incomes follow from the same means. */
const takeUp: Readonly<Record<Program, Readonly<Record<Means, number>>>> = {
  snap: { poor: 0.78, low: 0.2, middle: 0.01, comfortable: 0 },
  medicaid: { poor: 0.88, low: 0.5, middle: 0.04, comfortable: 0 },
  tanf: { poor: 0.24, low: 0.02, middle: 0, comfortable: 0 },
  childCare: { poor: 0.2, low: 0.18, middle: 0.01, comfortable: 0 },
};

const deniedForIncome: Readonly<Record<Means, number>> = {
  poor: 0.02,
  low: 0.09,
  middle: 0.03,
  comfortable: 0.003,
};

/** Benefits of the family and of each room-mate on their own, in keeping with their means. */
export function claimBenefits(draft: HouseholdDraft): void {
  if (draft.members.some((member) => member.scripted)) return;
  for (const family of unitsOf(draft)) {
    for (const program of ['snap', 'medicaid', 'tanf', 'childCare'] as const) claim(draft, family, program);
  }
}

/** Room-mates buy and cook apart, so that each is a unit of their own (7 CFR 273.1); everybody else is one. */
function unitsOf(draft: HouseholdDraft): readonly (readonly PersonDraft[])[] {
  const apart = draft.members.filter((member) => member.relationshipToHead === 'nonRelative');
  return [draft.members.filter((member) => !apart.includes(member)), ...apart.map((member) => [member])];
}

function claim(draft: HouseholdDraft, family: readonly PersonDraft[], program: Program): void {
  const { chance, means } = draft;
  if (!hasChildFor(family, program)) return;
  if (chance.happens(takeUp[program][means])) receive(draft, family, program);
  else if (chance.happens(deniedForIncome[means])) beDenied(draft, family, program);
}

function hasChildFor(family: readonly PersonDraft[], program: Program): boolean {
  const limit = program === 'childCare' ? 12 : program === 'tanf' ? 17 : null;
  return limit === null || family.some((member) => ageOn(member, asOf) <= limit);
}

function receive(draft: HouseholdDraft, family: readonly PersonDraft[], program: Program): void {
  let appliedOn: string | null = drawApplication(draft, family, program);
  while (appliedOn !== null) {
    const spell = spellOf(draft, family, program, appliedOn);
    if (spell === null) return;
    spell.applicant.events.push(spell.event);
    const { until, outcome } = spell.event;
    const again = until !== null && draft.chance.happens(outcome === 'lapsed' ? 0.7 : 0.3);
    const next = addDays(until ?? asOf, draft.chance.integer(5, 200));
    appliedOn = again && next < asOf ? next : null;
  }
}

function drawApplication(
  draft: HouseholdDraft,
  family: readonly PersonDraft[],
  program: Program,
): string | null {
  const children = family.filter((member) => ageOn(member, asOf) <= 17);
  const youngest = children.map((child) => child.birthDate).reduce(later, firstDayOfRecords);
  const needsChild = program === 'tanf' || program === 'childCare';
  const earliest = later(needsChild ? youngest : firstDayOfRecords, draft.formedOn);
  return earliest < addDays(asOf, -2)
    ? draft.chance.date(later(earliest, addYears(asOf, -5)), addDays(asOf, -2))
    : null;
}

interface Claim {
  readonly applicant: PersonDraft;
  readonly event: Benefit;
}

function spellOf(
  draft: HouseholdDraft,
  family: readonly PersonDraft[],
  program: Program,
  appliedOn: string,
): Claim | null {
  const present = family.filter((member) => member.birthDate < appliedOn && lastDayOf(member) > appliedOn);
  const applicant = present.find((member) => ageOn(member, appliedOn) >= 18);
  if (applicant === undefined) return null;
  const unit = [applicant, ...present.filter((member) => member !== applicant)].map(({ number }) => number);
  const event = drawBenefit(draft.chance, appliedOn, { program, unit });
  return { applicant, event: event.outcome === 'active' ? endOf(draft, applicant, present, event) : event };
}

/** Whether the spell still runs, lapsed at the end of a certification period, or ended in another way. */
function endOf(
  draft: HouseholdDraft,
  applicant: PersonDraft,
  present: readonly PersonDraft[],
  event: Benefit,
): Benefit {
  const jailed = jailedDuring(applicant, event);
  if (jailed !== null && present.every((member) => member === applicant || ageOn(member, jailed) < 18)) {
    return { ...event, until: jailed, outcome: 'lapsed', reason: 'incarcerated' };
  }
  const from = event.from ?? event.appliedOn;
  const periods = draft.chance.integer(1, 6);
  const until = addDays(from, periods * (event.program === 'snap' ? 182 : 365));
  if (until >= asOf || draft.chance.happens(0.6)) return event;
  const [outcome, reason] = draft.chance.pickWeighted(endings);
  return { ...event, until, outcome, reason };
}

const endings: readonly (readonly [readonly [Benefit['outcome'], Benefit['reason']], number])[] = [
  [['lapsed', 'missedRecertification'], 50],
  [['closed', 'overIncome'], 25],
  [['closed', 'voluntary'], 10],
  [['closed', 'moved'], 15],
];

/** The day on which benefits stop because of a stay in jail of more than a month. */
function jailedDuring(applicant: PersonDraft, { from }: Benefit): string | null {
  const stay = applicant.events.find(
    (event) =>
      event.kind === 'arrest' &&
      from !== null &&
      event.on > from &&
      daysBetween(event.on, event.releasedOn ?? asOf) > 30,
  );
  return stay?.kind === 'arrest' ? earlier(addDays(stay.on, 30), asOf) : null;
}

function beDenied(draft: HouseholdDraft, family: readonly PersonDraft[], program: Program): void {
  const appliedOn = drawApplication(draft, family, program);
  const denied = appliedOn === null ? null : spellOf(draft, family, program, appliedOn);
  if (denied === null) return;
  denied.applicant.events.push({
    ...denied.event,
    from: null,
    until: null,
    outcome: 'denied',
    reason: 'overIncome',
  });
}
