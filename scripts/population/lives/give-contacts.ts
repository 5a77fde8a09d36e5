import { permute, stream } from '../chance/index.ts';
import { addDays } from '../dates.ts';
import {
  addYears,
  ageOn,
  lastDayOf,
  later,
  slotOf,
  type HouseholdDraft,
  type PersonDraft,
} from '../households/index.ts';
import { latinise } from '../names/index.ts';
import { asOf, type PhonePeriod } from '../truth.ts';

const numbers = 1_000_000;
const shareWithHomePhone = 0.25;
const shareWithMobile = 0.9;
const shareWithEmail = 0.62;
const domains = ['example.org', 'mail.example.org', 'post.example.org', 'home.example.org'];

/** Phones, some of them shared by the household, and e-mail addresses. */
export function giveContacts(draft: HouseholdDraft): void {
  const { chance } = draft;
  const home = chance.happens(shareWithHomePhone) ? phoneNumber(draft, 0) : null;
  draft.members.forEach((person, index) => {
    if (home !== null)
      person.phones.push(period(person, home, 'home', later(draft.formedOn, person.birthDate)));
    if (ageOn(person, lastDayOf(person)) >= 14) giveMobile(draft, person, index + 1);
    person.phones.sort((one, other) => (one.from < other.from ? -1 : 1));
    if (ageOn(person, asOf) >= 16 && (person.scripted || chance.happens(shareWithEmail)))
      person.email = emailOf(draft, person);
  });
}

/** A number, and for many an older one that was given up the day the newer one began. */
function giveMobile(draft: HouseholdDraft, person: PersonDraft, place: number): void {
  const { chance } = draft;
  if (!person.scripted && !chance.happens(shareWithMobile)) return;
  const earliest = later(addYears(person.birthDate, 14), '2012-01-01');
  const since = chance.date(earliest, later(earliest, addDays(lastDayOf(person), -30)));
  if (since > addYears(earliest, 1) && chance.happens(0.5)) {
    person.phones.push({
      ...period(person, phoneNumber(draft, place + 5), 'mobile', earliest),
      until: since,
    });
  }
  person.phones.push(period(person, phoneNumber(draft, place), 'mobile', since));
}

function period(person: PersonDraft, number: string, kind: PhonePeriod['kind'], from: string): PhonePeriod {
  return { number, kind, from, until: person.deathDate };
}

/** Area codes of the form N9X, which are kept back for the expansion of the numbering plan, and exchange 555. */
function phoneNumber(draft: HouseholdDraft, place: number): string {
  const card = permute(slotOf(draft.number, place % 16) % numbers, numbers, draft.seed ^ stream.phone);
  const area = Math.floor(card / 10_000);
  const code =
    area < 80 ? `${2 + Math.floor(area / 10)}9${area % 10}` : area < 90 ? `37${area % 10}` : `96${area % 10}`;
  return `${code}555${String(card % 10_000).padStart(4, '0')}`;
}

function emailOf(draft: HouseholdDraft, person: PersonDraft): string {
  const { chance } = draft;
  const given = plain(person.name.given);
  const surname = plain(person.name.surname);
  const base = chance.pick([
    `${given}.${surname}`,
    `${given.charAt(0)}${surname}`,
    `${surname}.${given}`,
    `${given}${surname}`,
  ]);
  const suffix = chance.pick([
    '',
    person.birthDate.slice(2, 4),
    person.birthDate.slice(0, 4),
    String(chance.integer(1, 999)),
  ]);
  return `${base}${suffix}@${chance.pick(domains)}`;
}

function plain(name: string): string {
  return latinise(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
