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
import { confines } from './confinement.ts';
import { spanOf } from './span.ts';

const firstYearOfRecords = '2017-01-01';

/** Share in work, and monthly earnings in dollars. */
const earnings: Readonly<
  Record<Means, { readonly inWork: number; readonly least: number; readonly most: number }>
> = {
  poor: { inWork: 0.45, least: 500, most: 1500 },
  low: { inWork: 0.75, least: 1500, most: 2700 },
  middle: { inWork: 0.86, least: 2900, most: 5800 },
  comfortable: { inWork: 0.9, least: 5600, most: 12500 },
};

/** Jobs of those of working age, one after the other, with pauses between them. */
export function work(draft: HouseholdDraft): void {
  for (const person of draft.members) {
    if (ageOn(person, lastDayOf(person)) >= 18) takeJobs(draft, person);
  }
}

function takeJobs(draft: HouseholdDraft, person: PersonDraft): void {
  const { chance } = draft;
  const retired = addYears(person.birthDate, chance.integer(62, 68));
  let from = chance.date(addYears(person.birthDate, 18), addYears(person.birthDate, 22));
  from = later(from, chance.date(firstYearOfRecords, '2021-12-31'));
  const end = earlier(retired, asOf);
  while (from < end) {
    const until = addDays(from, chance.integer(120, 2400));
    if (chance.happens(earnings[draft.means].inWork)) takeJob(draft, person, from, earlier(until, retired));
    from = addDays(until, chance.integer(1, 240));
  }
}

function takeJob(draft: HouseholdDraft, person: PersonDraft, from: string, until: string): void {
  const { least, most } = earnings[draft.means];
  const end = earlier(until, firstLongStay(person, from) ?? until);
  if (end <= from) return;
  const employer = `${draft.chance.pick(places)} ${draft.chance.pick(trades)}`;
  const monthlyEarnings = draft.chance.integer(least * 100, most * 100) / 100;
  person.events.push({ kind: 'employment', from, until: end > asOf ? null : end, employer, monthlyEarnings });
}

/** The day on which a stay of more than a month begins that costs the person the job. */
function firstLongStay(person: PersonDraft, from: string): string | null {
  const days = person.events
    .filter(confines)
    .filter((event) => event.kind !== 'homelessness')
    .map(spanOf);
  const long = days.filter((span) => span.from > from && daysBetween(span.from, span.until ?? asOf) > 30);
  return long.length === 0 ? null : long.map((span) => span.from).reduce(earlier);
}

const places =
  'Ellery Larkmoor Dunmere Tidewick Sablewood Oxbow Wrenfield Harborside Lakeview Northgate Summit Meadow'.split(
    ' ',
  );
const trades =
  'Grocers,Logistics,Bakery,Home Care,Landscaping,School District,Regional Hospital,Diner,Machine Works,Cleaning Services,Insurance,Builders,Hotel,Call Center,Software'.split(
    ',',
  );
