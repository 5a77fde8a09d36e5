import { describe, expect, test } from '@jest/globals';
import {
  asOf,
  createDesk,
  type AgencyName,
  type DataQuality,
  type IntakeDesk,
  type Person,
  type WrittenIdentity,
} from '../../scripts/population/index.ts';
import { profiles } from '../../scripts/population/desk/index.ts';
import { everybody, sample } from './sample.ts';

const people = everybody(sample(5, 5_000)).filter(({ traps }) => traps.length === 0);
const agencies: readonly AgencyName[] = ['residents', 'benefits', 'housing', 'behavioral-health', 'justice'];

/** Each person as written by a desk of their household's own. */
function writtenBy(agency: AgencyName): readonly (readonly [Person, WrittenIdentity])[] {
  const desks = new Map<number, ReturnType<typeof createDesk>>();
  return people.map((person) => {
    const desk = desks.get(person.household) ?? createDesk({ seed: 5, agency, household: person.household });
    desks.set(person.household, desk);
    return [person, desk.write(person, person.deathDate ?? asOf)] as const;
  });
}

function share(
  written: ReturnType<typeof writtenBy>,
  holds: (truth: Person, identity: WrittenIdentity) => boolean,
): number {
  return written.filter(([truth, identity]) => holds(truth, identity)).length / written.length;
}

function about(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(0.004 + expected * 0.25);
}

describe.each(agencies)('the clerks of %s', (agency) => {
  const written = writtenBy(agency);
  const profile = profiles[agency];

  test('write the same for the same seed', () => {
    expect(JSON.stringify(writtenBy(agency))).toBe(JSON.stringify(written));
  });

  test('leave out birth dates as often as their profile says', () => {
    about(
      share(written, (_, { birthDate }) => birthDate === null),
      profile.birthDateMissing,
    );
  });

  test('write the first of January as often as their profile says', () => {
    const defaulted = share(
      written,
      (truth, { birthDate }) =>
        birthDate !== null && birthDate.endsWith('-01-01') && birthDate !== truth.birthDate,
    );
    about(defaulted, profile.birthDateFirstOfJanuary);
  });

  test('leave out social security numbers as often as their profile says', () => {
    about(
      share(written, (_, identity) => identity.socialSecurityNumber === null),
      profile.socialSecurityNumberMissing,
    );
  });

  test('know only the last four digits as often as their profile says', () => {
    const expected = profile.lastFourOnly * (1 - profile.socialSecurityNumberMissing);
    about(
      share(written, (_, identity) => identity.socialSecurityNumber?.length === 4),
      expected,
    );
  });

  test('swap names as often as their profile says', () => {
    about(
      share(written, (truth, { surname }) => surname === truth.name.given),
      profile.namesSwapped,
    );
  });

  test('say with a code of HMIS how good a value is', () => {
    const wrong = written.filter(
      ([, identity]) =>
        isMissing(identity.birthDateQuality) !== (identity.birthDate === null) ||
        isMissing(identity.socialSecurityNumberQuality) !== (identity.socialSecurityNumber === null) ||
        (identity.socialSecurityNumberQuality === 2) !== (identity.socialSecurityNumber?.length === 4) ||
        (identity.birthDate ?? asOf) > asOf,
    );
    expect(wrong).toEqual([]);
  });

  test('never write a number that could be real', () => {
    const real = written.filter(
      ([, { socialSecurityNumber, phone }]) =>
        (socialSecurityNumber?.length === 9 && !socialSecurityNumber.startsWith('9')) ||
        (phone !== null && !/^\d{3}555\d{4}$/.test(phone)),
    );
    expect(real).toEqual([]);
  });
});

function isMissing(quality: DataQuality): boolean {
  return quality === 8 || quality === 9 || quality === 99;
}

function deskFor(person: Person, agency: AgencyName = 'housing'): IntakeDesk {
  return createDesk({ seed: 5, agency, household: person.household });
}

describe('a desk', () => {
  const known = everybody(sample(5, 500));
  const carrier = (trap: Person['traps'][number]) =>
    known.find(({ traps }) => traps.includes(trap)) as Person;

  test('opens two records for the one who has two everywhere', () => {
    const person = carrier('twoLocalRecords');
    expect(agencies.map((agency) => deskFor(person, agency).copies(person))).toEqual([2, 2, 2, 2, 2]);
  });

  test('writes the substitute for a confidential address', () => {
    const person = carrier('addressConfidential');
    expect(deskFor(person, 'benefits').write(person, asOf).address?.line1).toMatch(/^PO Box \d{5}$/);
    expect(person.addresses.map(({ line1 }) => line1)).not.toContain(
      deskFor(person).write(person, asOf).address?.line1,
    );
  });

  test('writes the surname of before for a day before the wedding', () => {
    const bride = carrier('maidenName');
    const wedding = bride.events.find(({ kind }) => kind === 'marriage');
    const before = `${Number(wedding?.kind === 'marriage' ? wedding.on.slice(0, 4) : 0) - 1}-01-01`;
    const surnames = Array.from(
      { length: 20 },
      (_, seed) => createDesk({ seed, agency: 'residents', household: 1 }).write(bride, before).surname,
    );
    expect(surnames).toContain(bride.birthSurname);
    expect(surnames).not.toContain(bride.name.surname);
  });

  test('counts a series over all households that share it', () => {
    const series = new Map<string, number>();
    const numbers = [1, 2, 3].map((household) =>
      createDesk({ seed: 5, agency: 'justice', household, series }).next('booking'),
    );
    expect(numbers).toEqual([1, 2, 3]);
  });
});
