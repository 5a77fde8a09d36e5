import { beforeAll, describe, expect, test } from '@jest/globals';

import type { ImportedFacts } from '../../gateway/src/governance/index.ts';
import { seedDemonstrationFacts } from '../../scripts/demo/facts-of-population.ts';
import { generateHouseholds, showcaseResident, type Person } from '../../scripts/population/index.ts';

const options = { seed: 7, residents: 3000 };

/** Everything that is put on file, as one. */
async function factsOf({ seed, residents }: typeof options): Promise<Required<ImportedFacts>> {
  const all: ImportedFacts[] = [];
  await seedDemonstrationFacts({ importFacts: async (facts) => void all.push(facts) }, { seed, residents });
  return {
    relationships: all.flatMap(({ relationships }) => relationships ?? []),
    consents: all.flatMap(({ consents }) => consents ?? []),
  };
}

describe('the facts of the demonstration', () => {
  const persons = new Map<string, Person>();
  let facts: Required<ImportedFacts>;

  beforeAll(async () => {
    for (const { members } of generateHouseholds(options))
      for (const person of members) persons.set(person.residentId, person);
    facts = await factsOf(options);
  });

  test('are the same for the same seed', async () => {
    expect(await factsOf(options)).toEqual(facts);
    expect(await factsOf({ ...options, seed: 8 })).not.toEqual(facts);
  });

  test('have ids that no two share and every database takes', () => {
    const ids = [...facts.relationships, ...facts.consents].map(({ id }) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.length > 0 && id.length <= 64)).toBe(true);
  });

  test.each(['caseload', 'treating', 'supervision'])('give work to everybody with %s', (kind) => {
    const subjects = facts.relationships.filter((one) => one.kind === kind).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBeGreaterThan(2);
  });

  test('bind nobody without a reason in their life', () => {
    const reasons = {
      caseworker: 'homelessness',
      'eligibility-worker': 'benefit',
      counselor: 'substanceUseTreatment',
      clinician: 'mentalHealthEpisode',
      officer: 'arrest',
    };
    for (const { residentId, subject } of facts.relationships) {
      const role = subject.replace(/-\d+$/, '') as keyof typeof reasons;
      expect(persons.get(residentId)?.events.map(({ kind }) => kind)).toContain(reasons[role]);
    }
  });

  test('hold the consent of some in treatment and not of others', () => {
    const treated = facts.relationships.filter(({ subject }) => subject.startsWith('counselor'));
    const consented = new Set(facts.consents.map(({ residentId }) => residentId));
    const without = treated.filter(({ residentId }) => !consented.has(residentId));
    expect(consented.size).toBeGreaterThan(0);
    expect(without.length).toBeGreaterThan(0);
    expect([...consented].every((id) => treated.some(({ residentId }) => residentId === id))).toBe(true);
  });

  test('leave the showcase resident to those who are introduced by name', () => {
    const { residentId } = showcaseResident(generateHouseholds({ ...options, residents: 1 }));
    const all = [...facts.relationships, ...facts.consents];
    expect(all.some((fact) => fact.residentId === residentId)).toBe(false);
  });
});
