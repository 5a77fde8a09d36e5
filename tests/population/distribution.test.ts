import { describe, expect, test } from '@jest/globals';
import { castSize, type LifeEvent } from '../../scripts/population/index.ts';
import { everybody, sample } from './sample.ts';

const households = sample(11, 12_000);
const people = everybody(households);

function shareWith(kind: LifeEvent['kind']): number {
  return people.filter(({ events }) => events.some((event) => event.kind === kind)).length / people.length;
}

function shareOfUnits(program: string): number {
  const active = people
    .flatMap(({ events }) => events)
    .filter((event) => event.kind === 'benefit' && event.program === program && event.outcome === 'active');
  return (
    new Set(active.flatMap((event) => (event.kind === 'benefit' ? event.unit : []))).size / people.length
  );
}

describe('the shares of the population', () => {
  test.each([
    ['homelessness', 0.03],
    ['arrest', 0.05],
    ['substanceUseTreatment', 0.04],
    ['mentalHealthEpisode', 0.08],
  ] as const)('of those with %s are about %f', (kind, share) => {
    expect(shareWith(kind)).toBeGreaterThan(share * 0.65);
    expect(shareWith(kind)).toBeLessThan(share * 1.5);
  });

  test.each([
    ['snap', 0.12],
    ['medicaid', 0.21],
  ])('of those on %s are about %f', (program, share) => {
    expect(shareOfUnits(program)).toBeGreaterThan(share * 0.75);
    expect(shareOfUnits(program)).toBeLessThan(share * 1.3);
  });

  test('of treatment by order of a court, and of homelessness from jail, are not of the cast alone', () => {
    const byChance = people.filter(({ household }) => household > castSize).flatMap(({ events }) => events);
    const treatments = byChance.filter((event) => event.kind === 'substanceUseTreatment');
    const ordered = treatments.filter(({ referredBy }) => referredBy === 'court');
    const spells = byChance.filter((event) => event.kind === 'homelessness');
    expect(ordered.length / treatments.length).toBeGreaterThan(0.1);
    expect(spells.filter(({ cameFrom }) => cameFrom === 'jail').length).toBeGreaterThan(5);
  });

  test('of children and of the old are those of a county', () => {
    const born = (from: string, until: string) =>
      people.filter(({ birthDate }) => birthDate >= from && birthDate < until).length;
    expect(born('2008-11-01', '2027') / people.length).toBeGreaterThan(0.18);
    expect(born('1900', '1961-11-01') / people.length).toBeGreaterThan(0.1);
  });

  test('let common names collide and rare ones not', () => {
    const heads = households.map(({ members }) => members[0]?.name.surname ?? '');
    const counts = new Map<string, number>();
    for (const surname of heads) counts.set(surname, (counts.get(surname) ?? 0) + 1);
    const sorted = [...counts.values()].sort((one, other) => other - one);
    expect((sorted[0] ?? 0) / heads.length).toBeGreaterThan(0.01);
    expect(sorted.filter((count) => count === 1).length).toBeGreaterThan(100);
  });

  test('leave namesakes who are strangers', () => {
    const seen = new Map<string, Set<number>>();
    for (const { name, household } of people) {
      const key = `${name.given} ${name.surname}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(household));
    }
    expect([...seen.values()].filter((homes) => homes.size > 1).length).toBeGreaterThan(30);
  });
});
