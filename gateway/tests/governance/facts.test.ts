import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { Governance } from '../../src/governance/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from './world/each-database.ts';
import {
  callerOf,
  caseworker,
  consentOf,
  counselor,
  hoursLater,
  noon,
  relationshipOf,
  resident,
} from './world/people.ts';
import { policyThatOpens } from './world/policy.ts';

eachDatabase('the facts about residents', (newDatabase) => {
  let governance: Governance;

  beforeEach(async () => {
    governance = await openGovernance({ database: await newDatabase(), log: silentLog });
  });
  afterEach(async () => governance.close());

  test('a consent is read as it was written', async () => {
    const consent = consentOf({ validUntil: hoursLater(1), recipientSubjects: ['counselor-1'] });
    await governance.importFacts({ consents: [consent] });
    const facts = await governance.facts.factsOf(['r1'], caseworker, noon);
    expect(facts.get('r1')?.consents).toEqual([expect.objectContaining({ ...consent, revokedAt: null })]);
  });

  test('a resident of whom nothing is on file has empty facts', async () => {
    const facts = await governance.facts.factsOf(['nobody', 'no\u0000body', ''], caseworker, noon);
    expect([...facts.values()]).toEqual(
      ['nobody', 'no\u0000body', ''].map((residentId) => ({
        residentId,
        consents: [],
        relationships: [],
        breakGlass: null,
      })),
    );
  });

  test.each([
    ['has not begun', { validFrom: hoursLater(1) }, 0],
    ['begins now', { validFrom: noon }, 1],
    ['ends now', { validUntil: noon }, 0],
    ['ends in a millisecond', { validUntil: new Date(noon.getTime() + 1) }, 1],
  ])('a consent or relationship that %s', async (_, period, expected) => {
    await governance.importFacts({
      consents: [consentOf(period)],
      relationships: [relationshipOf(period)],
    });
    const facts = await governance.facts.factsOf(['r1'], caseworker, noon);
    expect(facts.get('r1')?.consents).toHaveLength(expected);
    expect(facts.get('r1')?.relationships).toHaveLength(expected);
  });

  test('a consent concerns its recipients and nobody else', async () => {
    const people = [caseworker, counselor, callerOf({ subject: 'officer-1', agency: 'justice' })];
    const consents = [
      consentOf({ id: 'by-agency', recipientAgencies: ['housing'] }),
      consentOf({ id: 'by-name', recipientAgencies: [], recipientSubjects: ['counselor-1'] }),
      consentOf({ id: 'to-who-treats', recipientAgencies: [], isGeneralDesignation: true }),
    ];
    await governance.importFacts({ consents });
    const seen = await Promise.all(
      people.map(
        async (person) => (await governance.facts.factsOf(['r1'], person, noon)).get('r1')?.consents,
      ),
    );
    expect(seen.map((list) => list?.map(({ id }) => id))).toEqual([
      ['by-agency', 'to-who-treats'],
      ['by-name', 'to-who-treats'],
      ['to-who-treats'],
    ]);
  });

  test('a relationship is its subject’s alone, to the letter', async () => {
    const subjects = ['caseworker-1', 'Caseworker-1', 'caseworker-1 ', 'caseworker-2'];
    await governance.importFacts({
      relationships: subjects.map((subject, index) => relationshipOf({ id: `${index}`, subject })),
    });
    const facts = await governance.facts.factsOf(['r1', 'R1'], caseworker, noon);
    expect(facts.get('r1')?.relationships.map(({ subject }) => subject)).toEqual(['caseworker-1']);
    expect(facts.get('R1')?.relationships).toEqual([]);
  });

  test('what work made of somebody ends with the work for the agency; a family’s tie does not', async () => {
    await governance.importFacts({
      relationships: [
        relationshipOf({ id: '1', agency: 'benefits' }),
        relationshipOf({ id: '2', agency: 'residents', kind: 'guardian' }),
      ],
    });
    const facts = await governance.facts.factsOf(['r1'], caseworker, noon);
    expect(facts.get('r1')?.relationships.map(({ kind }) => kind)).toEqual(['guardian']);
  });

  test('imported again, what was revoked or ended stays so', async () => {
    const again = {
      consents: [consentOf({ id: 'revoked-here', residentId: 'again' })],
      relationships: [relationshipOf({ id: 'ended-here', residentId: 'again' })],
    };
    await governance.importFacts(again);
    const writings = governance.writings(policyThatOpens());
    await writings.revokeConsent(callerOf({ ...resident, residentId: 'again' }), 'revoked-here');
    await writings.endRelationship(caseworker, 'ended-here');
    await governance.importFacts(again);
    const facts = await governance.facts.factsOf(['again'], caseworker, hoursLater(1));
    expect(facts.get('again')).toMatchObject({ consents: [], relationships: [] });
  });

  test('imported twice, a fact is one fact', async () => {
    const facts = { consents: [consentOf()], relationships: [relationshipOf()] };
    await governance.importFacts(facts);
    await governance.importFacts(facts);
    const read = await governance.facts.factsOf(['r1'], caseworker, noon);
    expect(read.get('r1')?.consents).toHaveLength(1);
    expect(read.get('r1')?.relationships).toHaveLength(1);
  });

  test('facts of two thousand residents are each their own', async () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `r${index}`);
    const odd = ids.filter((_, index) => index % 2 === 1);
    await governance.importFacts({
      consents: odd.map((residentId) => consentOf({ residentId })),
      relationships: ids.map((residentId) => relationshipOf({ residentId })),
    });
    const facts = await governance.facts.factsOf(ids, caseworker, noon);
    const consented = [...facts.values()].filter(({ consents }) => consents.length === 1);
    expect(consented.map(({ residentId }) => residentId)).toEqual(odd);
    expect([...facts.values()].every(({ relationships }) => relationships.length === 1)).toBe(true);
  });
});
