import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property } from 'fast-check';
import { asOf, type Household, type LifeEvent, type Person } from '../../scripts/population/index.ts';
import { daysOf, everybody, sample } from './sample.ts';

const residents = 400;

/** The promise holds for the population of every seed. */
function always(promise: (households: readonly Household[]) => void): void {
  assert(
    property(integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (seed) => promise(sample(seed, residents))),
    { numRuns: 25 },
  );
}

function forEverybody(promise: (person: Person) => void): void {
  always((households) => everybody(households).forEach(promise));
}

/** Nights are spent in one place at a time. */
function confinement(event: LifeEvent): readonly [string, string] | null {
  const outside = ['intensiveOutpatient', 'outpatient', 'ambulatoryDetox', 'crisis'];
  if ('setting' in event) return outside.includes(event.setting) ? null : [event.from, event.until ?? '9999'];
  if (event.kind === 'arrest') return [event.on, event.releasedOn ?? '9999'];
  if (event.kind === 'homelessness' || event.kind === 'fosterPlacement')
    return [event.from, event.until ?? '9999'];
  return null;
}

describe('a life', () => {
  test('has no event before birth, after death or in the future', () => {
    forEverybody(({ birthDate, deathDate, events }) => {
      for (const day of events.flatMap(daysOf)) {
        expect(day >= birthDate).toBe(true);
        expect(day <= (deathDate ?? asOf)).toBe(true);
      }
    });
  });

  test('is told in the order of time', () => {
    forEverybody(({ events }) => {
      const starts = events.map((event) =>
        'appliedOn' in event ? event.appliedOn : 'on' in event ? event.on : event.from,
      );
      expect([...starts].sort()).toEqual(starts);
    });
  });

  test('ends each thing after it began', () => {
    forEverybody(({ events, addresses, phones }) => {
      const spans = [...events.filter((event) => 'until' in event), ...addresses, ...phones];
      for (const { from, until } of spans)
        expect(from === null || until === null || from <= until).toBe(true);
    });
  });

  test('has one address at a time, from birth on', () => {
    forEverybody(({ birthDate, deathDate, addresses }) => {
      addresses.forEach((address, index) => {
        const next = addresses[index + 1];
        expect(address.from >= birthDate).toBe(true);
        expect((address.until ?? asOf) <= (deathDate ?? asOf)).toBe(true);
        expect(next === undefined || (address.until !== null && address.until <= next.from)).toBe(true);
      });
    });
  });

  test('spends a night in one place only', () => {
    forEverybody(({ events }) => {
      const stays = events
        .map(confinement)
        .filter((stay) => stay !== null)
        .sort();
      stays.forEach(([, until], index) => {
        const next = stays[index + 1];
        expect(next === undefined || until <= next[0]).toBe(true);
      });
    });
  });

  test('has numbers that belong to nobody real', () => {
    forEverybody(({ socialSecurityNumber, phones, email }) => {
      expect(socialSecurityNumber ?? '900000000').toMatch(/^9\d{8}$/);
      for (const { number } of phones) expect(number).toMatch(/^([2-9]9\d|37\d|96\d)555\d{4}$/);
      expect(email ?? 'a@example.org').toMatch(/^[a-z0-9.]+@([a-z]+\.)?example\.org$/);
    });
  });
});

describe('a household', () => {
  test('has one head, who comes first', () => {
    always((households) => {
      for (const { members } of households) {
        expect(members.map(({ relationshipToHead }) => relationshipToHead === 'head')).toEqual(
          members.map((_, index) => index === 0),
        );
      }
    });
  });

  test('has parents who were at least seventeen at the birth of a child', () => {
    always((households) => {
      for (const person of everybody(households)) {
        for (const event of person.events) {
          if (event.kind === 'birthOfChild')
            expect(
              Number(event.on.slice(0, 4)) - Number(person.birthDate.slice(0, 4)),
            ).toBeGreaterThanOrEqual(17);
        }
      }
    });
  });

  test('shares benefits and shelters among its own living members', () => {
    always((households) => {
      for (const { members } of households) {
        for (const event of members.flatMap(({ events }) => events)) {
          const together =
            event.kind === 'benefit' ? event.unit : event.kind === 'homelessness' ? event.together : [];
          const day =
            event.kind === 'benefit' ? event.appliedOn : event.kind === 'homelessness' ? event.from : asOf;
          const present = members.filter(
            ({ birthDate, deathDate }) => birthDate <= day && day <= (deathDate ?? asOf),
          );
          const numbers = new Set(present.map(({ number }) => number));
          expect(together.filter((number) => !numbers.has(number))).toEqual([]);
          expect(new Set(together).size).toBe(together.length);
        }
      }
    });
  });

  test('gives each member a number and an identifier of their own', () => {
    always((households) => {
      const people = everybody(households);
      expect(people.map(({ number }) => number)).toEqual(people.map((_, index) => index + 1));
      expect(new Set(people.map(({ residentId }) => residentId)).size).toBe(people.length);
      for (const { residentId } of people) expect(residentId).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    });
  });

  test('shares a social security number only where that is the trap', () => {
    always((households) => {
      const numbers = everybody(households)
        .filter(({ traps }) => !traps.includes('sharedSocialSecurityNumber'))
        .flatMap(({ socialSecurityNumber }) => socialSecurityNumber ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
    });
  });

  test('has twins of one birth', () => {
    always((households) => {
      for (const { members } of households) {
        for (const person of members) {
          const twin = members.find(({ number }) => number === person.twinOf);
          if (person.twinOf !== null)
            expect(twin).toMatchObject({ birthDate: person.birthDate, twinOf: person.number });
        }
      }
    });
  });
});

test('a benefit says why it ended, and ends only where it was granted', () => {
  assert(
    property(constantFrom(1, 2, 3, 4, 5), (seed) => {
      const benefits = everybody(sample(seed, residents)).flatMap(({ events }) =>
        events.filter((event) => event.kind === 'benefit'),
      );
      for (const { outcome, from, until, reason } of benefits) {
        expect(from !== null).toBe(outcome === 'active' || outcome === 'lapsed' || outcome === 'closed');
        expect(until !== null).toBe(outcome === 'lapsed' || outcome === 'closed');
        expect(reason === null).toBe(outcome === 'active' || outcome === 'pending');
      }
    }),
  );
});
