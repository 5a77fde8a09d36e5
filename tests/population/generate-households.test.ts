import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, jest, test } from '@jest/globals';
import {
  castSize,
  generateHouseholds,
  showcaseResidents,
  type Household,
  type Trap,
} from '../../scripts/population/index.ts';
import { cast } from '../../scripts/population/cast/index.ts';
import { everybody, sample } from './sample.ts';

/** Node's own collector, which a flag brings out. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function digest(households: Iterable<Household>): string {
  const hash = createHash('sha256');
  for (const household of households) hash.update(JSON.stringify(household));
  return hash.digest('hex');
}

const everyTrap: readonly Trap[] = [
  'twin',
  'fatherAndSonOfOneName',
  'maidenName',
  'twoLocalRecords',
  'defaultBirthDate',
  'noSocialSecurityNumber',
  'sharedSocialSecurityNumber',
  'doubledUp',
  'fosterYouth',
  'jailReleaseOfTreatmentPatient',
  'substanceUseInFourPlaces',
  'minorInOwnTreatment',
  'addressConfidential',
  'fleeingViolence',
  'hivAndSubstanceUse',
  'sealedCase',
  'juvenileRecord',
  'missingCodes',
  'bookingDetoxShelterLapse',
  'deceased',
  'childInPlacementWithParentInTreatment',
  'medicaidMotherFleeingViolence',
];

// The machine may be busy; how long it takes is no promise of these tests.
jest.setTimeout(120_000);

describe('the population', () => {
  test('is the same for the same seed', () => {
    const once = digest(generateHouseholds({ seed: 7, residents: 2_000 }));
    expect(digest(generateHouseholds({ seed: 7, residents: 2_000 }))).toBe(once);
  });

  test('is another for another seed', () => {
    expect(digest(sample(7, 200))).not.toBe(digest(sample(8, 200)));
  });

  test('begins alike however many residents are asked for', () => {
    const few = sample(7, 300);
    expect(sample(7, 1_500).slice(0, few.length)).toEqual(few);
  });

  test('has at least as many residents as asked for, and stops there', () => {
    const households = sample(7, 1_000);
    const residents = everybody(households).length;
    expect(residents).toBeGreaterThanOrEqual(1_000);
    expect(residents - (households.at(-1)?.members.length ?? 0)).toBeLessThan(1_000);
  });

  test('is made one household at a time, when the next one is asked for', () => {
    const million = generateHouseholds({ seed: 7, residents: 1_000_000 });
    const first = [million.next().value as Household, million.next().value as Household];
    expect(first.map(({ number }) => number)).toEqual([1, 2]);
    expect(million.return(undefined).done).toBe(true);
  });

  test('holds on to nothing that it has handed out', async () => {
    const gone: WeakRef<Household>[] = [];
    const households = generateHouseholds({ seed: 7, residents: 100_000 });
    for (const household of households) {
      gone.push(new WeakRef(household));
      if (gone.length === 800) break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(gone.filter((reference) => reference.deref() !== undefined).length).toBeLessThan(10);
  });

  test.each([1, 7, 42])('carries every trap among 500 residents of seed %i', (seed) => {
    const carried = new Set(everybody(sample(seed, 500)).flatMap(({ traps }) => traps));
    expect(everyTrap.filter((trap) => !carried.has(trap))).toEqual([]);
  });

  test.each([1, 7, 42])('tells each story of the cast with its own traps for seed %i', (seed) => {
    const households = sample(seed, 500);
    cast.forEach(({ title, traps }, index) => {
      const carried = new Set(households[index]?.members.flatMap((member) => member.traps));
      expect([title, traps.filter((trap) => !carried.has(trap))]).toEqual([title, []]);
    });
  });

  test.each([1, 7, 42])(
    'lets all five agencies know the head of each household of the cast of seed %i',
    (seed) => {
      for (const { members } of sample(seed, 500).slice(0, castSize)) {
        const kinds = new Set(members[0]?.events.map(({ kind }) => kind));
        expect(kinds).toEqual(new Set([...kinds, 'benefit', 'homelessness', 'arrest']));
        expect(kinds.has('substanceUseTreatment') || kinds.has('mentalHealthEpisode')).toBe(true);
      }
    },
  );

  test.each([1, 7, 42])('shows person 1 with data in every domain for seed %i', (seed) => {
    const first = showcaseResidents(generateHouseholds({ seed, residents: 10 })).next().value;
    expect(first).toMatchObject({ number: 1, relationshipToHead: 'head' });
  });
});
