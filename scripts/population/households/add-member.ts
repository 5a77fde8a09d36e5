import { drawGivenName, drawSurname, nicknamesOf, type Origin } from '../names/index.ts';
import { asOf, type PersonName, type RelationshipToHead, type Sex } from '../truth.ts';
import type { HouseholdDraft, PersonDraft } from './draft.ts';
import { issueResidentId, issueSocialSecurityNumber, slotOf } from './issue-identifiers.ts';

/** What is settled about a new member; chance settles the rest. */
export interface MemberSettings {
  readonly relationship: RelationshipToHead;
  readonly birthDate: string;
  readonly sex?: Sex;
  readonly origin?: Origin;
  readonly surname?: string;
  readonly given?: string;
  readonly suffix?: PersonName['suffix'];
  readonly parents?: readonly PersonDraft[];
  /** A twin already in the household, of the same birth. */
  readonly twin?: PersonDraft;
  readonly scripted?: boolean;
}

/** A person joins the household, with name, number and identifiers. */
export function addMember(draft: HouseholdDraft, settings: MemberSettings): PersonDraft {
  const index = draft.members.length;
  const slot = slotOf(draft.number, index);
  const sex = settings.sex ?? draft.chance.pick(['female', 'male'] as const);
  const origin = settings.origin ?? draft.origin;
  const name = nameOf(draft, settings, origin, sex);
  const person: PersonDraft = {
    number: draft.firstPerson + index,
    residentId: issueResidentId(draft.seed, slot),
    household: draft.number,
    relationshipToHead: settings.relationship,
    name,
    birthSurname: null,
    nickname: drawNickname(draft, name.given),
    sex,
    birthDate: settings.birthDate,
    deathDate: null,
    socialSecurityNumber: numberOf(draft, settings, origin, slot),
    races: inheritedRaces(draft, settings, origin),
    languages: languagesOf(draft, origin),
    phones: [],
    email: null,
    addresses: [],
    veteran: isVeteran(draft, settings.birthDate, sex),
    addressConfidential: false,
    twinOf: settings.twin?.number ?? null,
    traps: [],
    events: [],
    parents: (settings.parents ?? []).map((parent) => parent.number),
    origin,
    scripted: settings.scripted ?? false,
  };
  if (settings.twin !== undefined) settings.twin.twinOf = person.number;
  draft.members.push(person);
  return person;
}

function nameOf(draft: HouseholdDraft, settings: MemberSettings, origin: Origin, sex: Sex): PersonName {
  const birthYear = Number(settings.birthDate.slice(0, 4));
  const drawn = drawGivenName(draft.chance, { origin, sex, birthYear });
  const unused = namedApart(draft, drawn.given)
    ? drawn
    : drawGivenName(draft.chance, { origin, sex, birthYear });
  return {
    given: settings.given ?? unused.given,
    middle: unused.middle,
    surname: settings.surname ?? drawSurname(draft.chance, origin),
    suffix: settings.suffix ?? null,
  };
}

function namedApart(draft: HouseholdDraft, given: string): boolean {
  return draft.members.every((member) => member.name.given !== given);
}

function drawNickname(draft: HouseholdDraft, given: string): string | null {
  const nicknames = nicknamesOf(given);
  return nicknames.length > 0 && draft.chance.happens(0.35) ? draft.chance.pick(nicknames) : null;
}

function numberOf(
  draft: HouseholdDraft,
  settings: MemberSettings,
  origin: Origin,
  slot: number,
): string | null {
  const without = draft.chance.happens(origin.language === null ? 0.01 : 0.1);
  if (without && settings.scripted !== true) return null;
  const twin = settings.twin === undefined ? -1 : draft.members.indexOf(settings.twin);
  if (twin >= 0) return issueSocialSecurityNumber(draft.seed, slotOf(draft.number, twin), true);
  return issueSocialSecurityNumber(draft.seed, slot, false);
}

function inheritedRaces(
  draft: HouseholdDraft,
  settings: MemberSettings,
  origin: Origin,
): PersonDraft['races'] {
  const relative = settings.twin ?? settings.parents?.[0];
  return relative?.races ?? draft.chance.pickWeighted(origin.races);
}

function languagesOf(draft: HouseholdDraft, { language }: Origin): readonly string[] {
  if (language === null) return ['en'];
  return draft.chance.happens(0.3) ? [language, 'en'] : draft.chance.pick([['en', language], ['en']]);
}

function isVeteran(draft: HouseholdDraft, birthDate: string, sex: Sex): boolean {
  const age = Number(asOf.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return age >= 22 && draft.chance.happens((sex === 'male' ? 0.1 : 0.02) * (age > 65 ? 2 : 1));
}
