import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Caller } from '../../src/authentication/index.ts';
import type { Governance, Writings } from '../../src/governance/index.ts';
import { openGovernance } from '../../src/governance/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { eachDatabase } from './world/each-database.ts';
import { refusedWith } from './world/failing.ts';
import {
  callerOf,
  caseworker,
  consentOf,
  counselor,
  hoursLater,
  nobody,
  noon,
  otherOfficer,
  physician,
  privacyOfficer,
  relationshipOf,
  resident,
  steward,
} from './world/people.ts';
import { policyThatOpens } from './world/policy.ts';

eachDatabase('writing facts', (newDatabase) => {
  let governance: Governance;
  let writings: Writings;
  let clock = noon;

  let database: string;

  beforeAll(async () => {
    database = await newDatabase();
    governance = await openGovernance({ database, log: silentLog, now: () => clock });
    writings = governance.writings(policyThatOpens('behavioral-health', 'housing'));
  });
  beforeEach(() => {
    clock = noon;
  });
  afterAll(async () => governance.close());

  const factsOf = async (
    residentId: string,
    caller: Caller,
  ): Promise<NonNullable<ReturnType<Awaited<ReturnType<Governance['facts']['factsOf']>>['get']>>> => {
    const facts = (await governance.facts.factsOf([residentId], caller, clock)).get(residentId);
    if (!facts) throw new Error('Every resident has facts.');
    return facts;
  };

  describe('consents', () => {
    const given = { ...consentOf({ residentId: 'c1' }), validFrom: null };
    const themself = callerOf({ ...resident, residentId: 'c1' });

    test('a resident’s own consent counts from the next question on, and no more once it is revoked', async () => {
      const { id } = await writings.recordConsent(themself, given);
      expect((await factsOf('c1', caseworker)).consents.map((one) => one.id)).toEqual([id]);
      const revoked = await writings.revokeConsent(themself, id);
      expect(revoked.revokedAt).toEqual(noon);
      expect((await factsOf('c1', caseworker)).consents).toEqual([]);
      clock = hoursLater(1);
      expect(await writings.revokeConsent(themself, id)).toEqual(revoked);
    });

    test.each([
      ['another resident', callerOf({ ...resident, residentId: 'c2' })],
      ['the resident at assurance 1', callerOf({ ...themself, assuranceLevel: 1 })],
      ['the recipient', caseworker],
      ['the discloser’s staff who do not work with the resident', counselor],
      ['another agency’s privacy officer', otherOfficer],
      ['somebody without a token', nobody],
      ['the discloser’s officer for their own access', privacyOfficer],
    ])('%s cannot record one', async (who, caller) => {
      const recipientSubjects = who.includes('own access') ? [caller.subject] : [];
      await refusedWith('FORBIDDEN', writings.recordConsent(caller, { ...given, recipientSubjects }));
    });

    test('whoever works with the resident records none to their own agency; its officers do', async () => {
      await governance.importFacts({
        relationships: [
          relationshipOf({
            id: 'c1-caseload',
            residentId: 'c1',
            subject: 'counselor-1',
            agency: 'behavioral-health',
          }),
        ],
      });
      const toThemselves = { ...given, recipientAgencies: ['behavioral-health'] };
      await refusedWith('FORBIDDEN', writings.recordConsent(counselor, toThemselves));
      await expect(writings.recordConsent(privacyOfficer, toThemselves)).resolves.toMatchObject({
        recordedBy: privacyOfficer.subject,
      });
    });

    test.each([
      ['the resident', callerOf({ ...themself, assuranceLevel: 1 }), true],
      ['the discloser’s staff who work with the resident', counselor, true],
      ['the discloser’s privacy officer', privacyOfficer, true],
      ['the discloser’s other staff', callerOf({ ...counselor, subject: 'counselor-2' }), false],
      ['the recipient', caseworker, false],
      ['another resident', resident, false],
    ])('%s can revoke one: %#', async (_, caller, may) => {
      await governance.importFacts({
        relationships: [
          relationshipOf({
            id: 'c1-treating',
            residentId: 'c1',
            kind: 'treating',
            subject: 'counselor-1',
            agency: 'behavioral-health',
          }),
        ],
      });
      const { id } = await writings.recordConsent(counselor, given);
      const revoking = writings.revokeConsent(caller, id);
      if (may) await expect(revoking).resolves.toMatchObject({ id, revokedBy: caller.subject });
      else await refusedWith('FORBIDDEN', revoking);
    });

    test('a parent or guardian records one to what they may see, and revokes it', async () => {
      const guardian = callerOf({ ...resident, subject: 'parent-1', residentId: 'p1' });
      const ofChild = {
        ...given,
        residentId: 'c7',
        discloser: 'housing',
        recipientAgencies: ['benefits'],
        categories: ['housing-enrollment'],
      };
      await refusedWith('FORBIDDEN', writings.recordConsent(guardian, ofChild));
      await governance.importFacts({
        relationships: [
          relationshipOf({
            id: 'c7-guardian',
            residentId: 'c7',
            kind: 'guardian',
            subject: 'parent-1',
            agency: 'residents',
          }),
        ],
      });
      const { id } = await writings.recordConsent(guardian, ofChild);
      await expect(writings.revokeConsent(guardian, id)).resolves.toMatchObject({ revokedBy: 'parent-1' });
      const [low, treatment, unseen, release] = [
        writings.recordConsent(callerOf({ ...guardian, assuranceLevel: 1 }), ofChild),
        writings.recordConsent(guardian, { ...given, residentId: 'c7' }),
        writings.recordConsent(guardian, { ...ofChild, categories: ['housing-hiv'] }),
        writings.recordConsent(guardian, {
          ...ofChild,
          kind: 'victim-services',
          validUntil: hoursLater(24),
        }),
      ];
      await Promise.all([low, treatment, unseen, release].map((one) => refusedWith('FORBIDDEN', one)));
    });

    test('of a child’s own consent a guardian cannot revoke what the law leaves to the child', async () => {
      const guardian = callerOf({ ...resident, subject: 'parent-8', residentId: 'p8' });
      await governance.importFacts({
        relationships: [
          relationshipOf({
            id: 'c8-guardian',
            residentId: 'c8',
            kind: 'guardian',
            subject: 'parent-8',
            agency: 'residents',
          }),
        ],
      });
      const child = callerOf({ ...resident, subject: 'child-8', residentId: 'c8' });
      const { id } = await writings.recordConsent(child, { ...given, residentId: 'c8' });
      await refusedWith('FORBIDDEN', writings.revokeConsent(guardian, id));
    });

    test('one that is not there is refused like one that is somebody else’s', async () => {
      const { id } = await writings.recordConsent(themself, given);
      const refusals = await Promise.all(
        [id, 'no-such-id'].map((one) =>
          writings.revokeConsent(caseworker, one).catch((error: Error) => error),
        ),
      );
      expect(refusals[0]).toEqual(refusals[1]);
    });

    test.each([
      ['nobody may receive', { recipientAgencies: [] }],
      ['nothing is named', { categories: [] }],
      ['a category is another agency’s', { categories: ['housing-hiv'] }],
      ['a category is unknown', { categories: ['sud-treatmnt'] }],
      ['a purpose is unknown', { purposesOfUse: ['MARKETING'] }],
      ['there is no purpose', { purposesOfUse: [] }],
      ['it ends before it begins', { validFrom: hoursLater(2), validUntil: hoursLater(1) }],
      ['a release of victim services has no end', { kind: 'victim-services' as const }],
      ['a general release designates a class', { kind: 'general' as const, isGeneralDesignation: true }],
      ['a name is no name', { recipientAgencies: ['Housing; drop table consents'] }],
      ['a subject has a control character', { recipientSubjects: ['a\u0000'] }],
    ])('is refused if %s', async (_, change) => {
      await refusedWith('BAD_USER_INPUT', writings.recordConsent(themself, { ...given, ...change }));
    });
  });

  describe('relationships', () => {
    const given = {
      residentId: 'w1',
      kind: 'caseload' as const,
      subject: 'caseworker-1',
      validFrom: null,
      validUntil: null,
    };

    test('an assigned caseload counts at once, and no more once it is ended', async () => {
      const { id } = await writings.assignRelationship(steward, given);
      expect((await factsOf('w1', caseworker)).relationships.map((one) => one.id)).toEqual([id]);
      await writings.endRelationship(steward, id);
      expect((await factsOf('w1', caseworker)).relationships).toEqual([]);
    });

    test.each([
      ['a caseworker', caseworker, given],
      ['a steward to themself', steward, { ...given, subject: 'steward-1' }],
      ['a steward to a family', steward, { ...given, kind: 'guardian' as const }],
      [
        'a registrar of another agency to a family',
        callerOf({ subject: 'x', agency: 'housing', roles: ['index-registrar'] }),
        { ...given, kind: 'guardian' as const },
      ],
      ['a privacy officer', otherOfficer, given],
      ['a role named like a property', callerOf({ ...caseworker, roles: ['constructor'] }), given],
      ['somebody without a token', nobody, given],
    ])('%s cannot be assigned by', async (_, caller, relationship) => {
      await refusedWith('FORBIDDEN', writings.assignRelationship(caller, relationship));
    });

    test('whose relationship it is may end it; another agency’s steward may not', async () => {
      const { id } = await writings.assignRelationship(steward, given);
      const foreign = callerOf({ ...steward, agency: 'benefits' });
      await refusedWith('FORBIDDEN', writings.endRelationship(foreign, id));
      await expect(writings.endRelationship(caseworker, id)).resolves.toMatchObject({
        endedBy: 'caseworker-1',
      });
    });
  });

  describe('breaking the glass', () => {
    const given = {
      residentId: 'b1',
      agencies: ['behavioral-health', 'housing'],
      reason: 'MEDICAL_EMERGENCY' as const,
      justification: 'Unconscious at the emergency room, needs to know of medication.',
      minutes: 240,
    };
    const review = { outcome: 'JUSTIFIED' as const, remark: 'The hospital confirms it.' };
    const about = (residentId: string): typeof given => ({ ...given, residentId });

    test('from its opening to its review', async () => {
      const session = await writings.openBreakGlass(physician, given);
      expect((await factsOf('b1', physician)).breakGlass).toMatchObject({
        id: session.id,
        agencies: given.agencies,
        endsAt: hoursLater(4),
      });
      expect((await factsOf('b1', callerOf({ ...physician, subject: 'physician-2' }))).breakGlass).toBeNull();
      const finding = { ...review, sessionId: session.id };
      await refusedWith('BAD_USER_INPUT', writings.reviewBreakGlass(privacyOfficer, finding));
      clock = hoursLater(4);
      expect((await factsOf('b1', physician)).breakGlass).toBeNull();
      await expect(writings.reviewBreakGlass(privacyOfficer, finding)).resolves.toMatchObject({
        agency: 'behavioral-health',
        reviewedBy: 'privacy-1',
        reviewedAt: hoursLater(4),
        dueAt: hoursLater(4 + 72),
        outcome: 'JUSTIFIED',
      });
      await refusedWith('BAD_USER_INPUT', writings.reviewBreakGlass(privacyOfficer, finding));
      await expect(writings.reviewBreakGlass(otherOfficer, finding)).resolves.toMatchObject({
        agency: 'housing',
      });
    });

    test('one that was closed is closed at once', async () => {
      const { id } = await writings.openBreakGlass(physician, about('b2'));
      await refusedWith('FORBIDDEN', writings.closeBreakGlass(caseworker, id));
      await writings.closeBreakGlass(physician, id);
      expect((await factsOf('b2', physician)).breakGlass).toBeNull();
    });

    test('an agency whose records it opens may close it', async () => {
      const { id } = await writings.openBreakGlass(physician, about('b3'));
      await expect(writings.closeBreakGlass(privacyOfficer, id)).resolves.toMatchObject({
        closedBy: 'privacy-1',
      });
    });

    test('nobody reviews their own, nor another agency’s', async () => {
      const officer = callerOf({ ...otherOfficer, subject: 'privacy-3' });
      const { id } = await writings.openBreakGlass(officer, about('b4'));
      clock = hoursLater(5);
      const finding = { ...review, sessionId: id };
      await refusedWith('FORBIDDEN', writings.reviewBreakGlass(officer, finding));
      const stranger = callerOf({ subject: 'p', agency: 'benefits', roles: ['privacy-officer'] });
      await refusedWith('FORBIDDEN', writings.reviewBreakGlass(stranger, finding));
      await refusedWith('FORBIDDEN', writings.reviewBreakGlass(steward, finding));
    });

    test('one at a time about one resident', async () => {
      await writings.openBreakGlass(physician, about('b5'));
      await refusedWith('BAD_USER_INPUT', writings.openBreakGlass(physician, about('b5')));
    });

    test('one at a time, though they come at once and by several gateways', async () => {
      const other = await openGovernance({ database, log: silentLog, now: () => clock });
      const opened = policyThatOpens('behavioral-health', 'housing');
      const desks = [writings, other.writings(opened), governance.writings(opened)];
      const attempts = await Promise.allSettled(
        desks.map((desk) => desk.openBreakGlass(physician, about('b8'))),
      );
      await other.close();
      expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    });

    test('nobody opens what no agreement lets them, nor their own record', async () => {
      const agencies = ['behavioral-health', 'justice'];
      await refusedWith('FORBIDDEN', writings.openBreakGlass(physician, { ...about('b6'), agencies }));
      const own = callerOf({ ...physician, residentId: 'b6' });
      await refusedWith('FORBIDDEN', writings.openBreakGlass(own, about('b6')));
    });

    test.each([
      ['it is longer than four hours', { minutes: 241 }],
      ['it lasts no time', { minutes: 0 }],
      ['there is no justification', { justification: '        .       ' }],
      ['no agency is named', { agencies: [] }],
    ])('is refused if %s', async (_, change) => {
      await refusedWith('BAD_USER_INPUT', writings.openBreakGlass(physician, { ...about('b7'), ...change }));
    });
  });

  describe('emergencies and restrictions', () => {
    const emergency = {
      authority: 'Executive Order 7',
      area: 'statewide',
      categories: ['housing-enrollment'],
      roles: ['emergency-physician'],
      purposesOfUse: ['DISASTER'],
      startsAt: null,
      endsAt: hoursLater(24),
    };

    test.each([
      ['is longer than 60 days', { endsAt: hoursLater(60 * 24 + 1) }],
      ['ends before it begins', { endsAt: hoursLater(-1) }],
      ['names an unknown category', { categories: ['everything'] }],
      ['names no role', { roles: [] }],
      ['has no authority', { authority: ' ' }],
      ['cites no authority that can be looked up', { authority: 'by my authority' }],
      [
        'waives for longer than the law does',
        { authority: 'Section 1135 of the Social Security Act', endsAt: hoursLater(73) },
      ],
    ])('an emergency is refused that %s', async (_, change) => {
      await refusedWith(
        'BAD_USER_INPUT',
        writings.declareEmergency(privacyOfficer, { ...emergency, ...change }),
      );
    });

    test('none but privacy officers declare, confirm and end', async () => {
      const { id } = await writings.declareEmergency(privacyOfficer, emergency);
      await Promise.all(
        [steward, caseworker, nobody].flatMap((caller) => [
          refusedWith('FORBIDDEN', writings.declareEmergency(caller, emergency)),
          refusedWith('FORBIDDEN', writings.confirmEmergency(caller, id)),
          refusedWith('FORBIDDEN', writings.endEmergency(caller, id)),
        ]),
      );
    });

    test('opens each category by an officer of the agency that provides it', async () => {
      const strangers = callerOf({ subject: 'privacy-9', agency: 'benefits', roles: ['privacy-officer'] });
      const one = await writings.declareEmergency(privacyOfficer, emergency);
      await refusedWith('FORBIDDEN', writings.confirmEmergency(strangers, one.id));
      const both = { ...emergency, categories: ['housing-enrollment', 'sud-treatment'] };
      const other = await writings.declareEmergency(otherOfficer, both);
      await refusedWith('FORBIDDEN', writings.confirmEmergency(strangers, other.id));
      await expect(writings.confirmEmergency(privacyOfficer, other.id)).resolves.toMatchObject({
        confirmedBy: 'privacy-1',
      });
    });

    test('a declaration that nobody confirmed in time is over', async () => {
      const { id } = await writings.declareEmergency(privacyOfficer, emergency);
      clock = hoursLater(24);
      await refusedWith('BAD_USER_INPUT', writings.confirmEmergency(otherOfficer, id));
    });

    test('an agency restricts what is its own, by its officers', async () => {
      const all = { categories: null, reason: 'a breach' };
      await refusedWith('FORBIDDEN', writings.restrictAgency(caseworker, all));
      await refusedWith('FORBIDDEN', writings.restrictAgency(nobody, all));
      const foreign = { categories: ['sud-treatment'], reason: 'a breach' };
      await refusedWith('BAD_USER_INPUT', writings.restrictAgency(steward, foreign));
      await refusedWith('BAD_USER_INPUT', writings.restrictAgency(steward, { ...all, categories: [] }));
      const { id } = await writings.restrictAgency(steward, all);
      await refusedWith('FORBIDDEN', writings.liftRestriction(privacyOfficer, id));
      await expect(writings.liftRestriction(otherOfficer, id)).resolves.toMatchObject({
        liftedBy: 'privacy-2',
      });
    });
  });
});
