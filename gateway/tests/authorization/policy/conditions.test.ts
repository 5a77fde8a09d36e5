import { describe, expect, test } from '@jest/globals';

import type { Caller, PurposeOfUse } from '../../../src/authentication/index.ts';
import type { Grant } from '../../../src/authorization/agreements/index.ts';
import type {
  BreakGlassSession,
  Consent,
  Relationship,
  ResidentFacts,
} from '../../../src/governance/index.ts';
import { agreement, caller, facts, policy, today } from './toy-world.ts';

const before = new Date(today.getTime() - 1000);
const after = new Date(today.getTime() + 1000);

interface Asked {
  readonly who?: Partial<Caller>;
  readonly purpose?: PurposeOfUse;
  readonly facts?: Partial<ResidentFacts>;
  readonly grant?: Partial<Grant>;
}

function decide(
  conditions: Grant['conditions'],
  { who, purpose = 'TREAT', facts: known, grant }: Asked = {},
) {
  const purposes: PurposeOfUse[] = ['TREAT', 'BTG'];
  const agreements = [agreement('a', [{ purposes, conditions, ...grant }])];
  const table = policy({ agreements }).tableFor(caller(who), purpose, today);
  const resident = table.forResident(facts(known)).ofCategory('clinic-plain');
  return { table: table.ofCategory('clinic-plain'), resident };
}

function consent(different: Partial<Consent> = {}): Consent {
  return {
    id: '1',
    residentId: 'r',
    kind: 'specific',
    discloser: 'clinic',
    recipientAgencies: ['office'],
    recipientSubjects: [],
    isGeneralDesignation: false,
    categories: ['clinic-plain'],
    purposesOfUse: ['TREAT'],
    validFrom: before,
    validUntil: after,
    revokedAt: null,
    ...different,
  };
}

function relationship(different: Partial<Relationship> = {}): Relationship {
  return {
    id: '1',
    residentId: 'r',
    kind: 'caseload',
    subject: 'ann',
    agency: 'office',
    validFrom: before,
    validUntil: after,
    ...different,
  };
}

function session(different: Partial<BreakGlassSession> = {}): BreakGlassSession {
  return {
    id: '1',
    residentId: 'r',
    subject: 'ann',
    agencies: ['clinic'],
    reason: 'MEDICAL_EMERGENCY',
    openedAt: before,
    endsAt: after,
    ...different,
  };
}

describe('a training', () => {
  test('that the token shows is enough', () => {
    expect(decide({ training: ['t', 'u'] }, { who: { trainings: ['u', 't'] } }).table.kind).toBe('permit');
  });

  test('that is missing is to be completed, whoever the resident is', () => {
    const { table } = decide({ training: ['t', 'u'], consent: ['general'] }, { who: { trainings: ['t'] } });
    expect(table).toMatchObject({ kind: 'deny', reason: 'TRAINING', remedy: 'COMPLETE_TRAINING' });
  });
});

describe('an assurance level', () => {
  test.each([
    [1, 'deny'],
    [2, 'permit'],
    [3, 'permit'],
  ])('of %d where 2 is asked for: %s', (assuranceLevel, kind) => {
    expect(decide({ assuranceLevel: 2 }, { who: { assuranceLevel } }).table.kind).toBe(kind);
  });

  test('that is too low can be stepped up', () => {
    expect(decide({ assuranceLevel: 3 }).table).toMatchObject({ reason: 'ASSURANCE', remedy: 'STEP_UP' });
  });
});

describe('the own record', () => {
  const conditions = { isOwnRecord: true } as const;

  test('is whose the identity provider says it is', () => {
    const { table, resident } = decide(conditions, { who: { residentId: 'r' } });
    expect(table.kind).toBe('undetermined');
    expect(resident.kind).toBe('permit');
  });

  test.each(['other', '', null])('is nobody else’s: %p', (residentId) => {
    expect(decide(conditions, { who: { residentId } }).resident).toMatchObject({
      kind: 'deny',
      reason: 'RELATIONSHIP',
      remedy: 'NONE',
    });
  });
});

describe('a consent', () => {
  const conditions: Grant['conditions'] = { consent: ['specific', 'notes'] };

  test('that fits is enough, and the table can’t know it', () => {
    const { table, resident } = decide(conditions, { facts: { consents: [consent()] } });
    expect(table.kind).toBe('undetermined');
    expect(resident.kind).toBe('permit');
  });

  test.each<[string, Partial<Consent>]>([
    ['to the person', { recipientAgencies: [], recipientSubjects: ['ann'] }],
    ['without an end', { validUntil: null }],
    ['from now on', { validFrom: today }],
    ['of the other kind', { kind: 'notes' }],
  ])('%s is a consent', (_, different) => {
    expect(decide(conditions, { facts: { consents: [consent(different)] } }).resident.kind).toBe('permit');
  });

  test.each<[string, Partial<Consent>]>([
    ['revoked', { revokedAt: before }],
    ['revoked at this moment', { revokedAt: today }],
    ['revoked by a clock that is ahead', { revokedAt: after }],
    ['ended', { validUntil: before }],
    ['that ends at this moment', { validUntil: today }],
    ['that is to begin', { validFrom: after }],
    ['of another kind', { kind: 'general' }],
    ['of another resident', { residentId: 'other' }],
    ['of another discloser', { discloser: 'office' }],
    ['to another agency', { recipientAgencies: ['clinic'] }],
    ['to another person', { recipientAgencies: [], recipientSubjects: ['bob'] }],
    ['to a class that the requester is not of', { recipientAgencies: [], isGeneralDesignation: true }],
    ['for another category', { categories: ['clinic-deep'] }],
    ['for another purpose', { purposesOfUse: ['BTG'] }],
    ['for nothing', { categories: [], purposesOfUse: [] }],
  ])('%s is no consent', (_, different) => {
    expect(decide(conditions, { facts: { consents: [consent(different)] } }).resident).toMatchObject({
      kind: 'deny',
      reason: 'CONSENT',
      remedy: 'REQUEST_CONSENT',
      agreement: 'a',
    });
  });

  test('to all who treat the resident is one to those who do', () => {
    const consents = [consent({ recipientAgencies: [], isGeneralDesignation: true })];
    const treating = { consents, relationships: [relationship({ kind: 'treating' })] };
    const knowing = { consents, relationships: [relationship({ kind: 'caseload' })] };
    expect(decide(conditions, { facts: treating }).resident.kind).toBe('permit');
    expect(decide(conditions, { facts: knowing }).resident.kind).toBe('deny');
  });
});

describe('a relationship', () => {
  const conditions: Grant['conditions'] = { relationship: ['caseload', 'guardian'] };

  test.each<[string, Partial<Relationship>]>([
    ['in force', {}],
    ['without an end', { validUntil: null }],
    ['of the other kind', { kind: 'guardian' }],
    ['outside of work, whoever vouches for it', { kind: 'guardian', agency: 'court' }],
  ])('%s is one', (_, different) => {
    const { table, resident } = decide(conditions, { facts: { relationships: [relationship(different)] } });
    expect(table.kind).toBe('undetermined');
    expect(resident.kind).toBe('permit');
  });

  test.each<[string, Partial<Relationship>]>([
    ['that has ended', { validUntil: today }],
    ['that is to begin', { validFrom: after }],
    ['of another kind', { kind: 'household' }],
    ['of another person', { subject: 'bob' }],
    ['to another resident', { residentId: 'other' }],
    ['in the work for another agency', { agency: 'clinic' }],
  ])('%s is none', (_, different) => {
    expect(
      decide(conditions, { facts: { relationships: [relationship(different)] } }).resident,
    ).toMatchObject({
      kind: 'deny',
      reason: 'RELATIONSHIP',
      remedy: 'RECORD_RELATIONSHIP',
    });
  });

  test('and a consent, if the grant names both, are both needed', () => {
    const both: Grant['conditions'] = { relationship: ['caseload'], consent: ['specific'] };
    const relationships = [relationship()];
    expect(decide(both, { facts: { relationships } }).resident).toMatchObject({ reason: 'CONSENT' });
    expect(decide(both, { facts: { consents: [consent()] } }).resident).toMatchObject({
      reason: 'RELATIONSHIP',
    });
    expect(decide(both, { facts: { relationships, consents: [consent()] } }).resident.kind).toBe('permit');
  });
});

describe('broken glass', () => {
  const conditions: Grant['conditions'] = { relationship: ['caseload'], consent: ['specific'] };
  const grant = { breakGlass: true };

  test('stands in for consent and relationship', () => {
    expect(decide(conditions, { grant, facts: { breakGlass: session() } }).resident.kind).toBe('permit');
  });

  test.each<[string, Partial<BreakGlassSession>]>([
    ['of another person', { subject: 'bob' }],
    ['about another resident', { residentId: 'other' }],
    ['at another agency', { agencies: ['office'] }],
    ['that has ended', { endsAt: today }],
    ['that is to open', { openedAt: after }],
  ])('in a session %s stands in for nothing', (_, different) => {
    expect(decide(conditions, { grant, facts: { breakGlass: session(different) } }).resident.kind).toBe(
      'deny',
    );
  });

  test('stands in for nothing where the agreement doesn’t say so', () => {
    expect(decide(conditions, { facts: { breakGlass: session() } }).resident.kind).toBe('deny');
  });

  test.each<Grant['conditions']>([{ training: ['t'] }, { assuranceLevel: 3 }, { isOwnRecord: true }])(
    'stands in for nothing else: %j',
    (others) => {
      expect(decide(others, { grant, facts: { breakGlass: session() } }).resident.kind).toBe('deny');
    },
  );

  test('is the remedy in an emergency, and only then', () => {
    expect(decide(conditions, { grant, purpose: 'BTG' }).resident).toMatchObject({ remedy: 'BREAK_GLASS' });
    expect(decide(conditions, { grant }).resident).toMatchObject({ remedy: 'RECORD_RELATIONSHIP' });
    expect(decide(conditions, { purpose: 'BTG' }).resident).toMatchObject({ remedy: 'RECORD_RELATIONSHIP' });
  });
});
