import { describe, expect, test } from '@jest/globals';

import type { Caller } from '../../../src/authentication/index.ts';
import type { PolicyParts } from '../../../src/authorization/index.ts';
import type { EmergencyDeclaration } from '../../../src/governance/index.ts';
import { agreement, caller, facts, policy, quiet, statute, today } from './toy-world.ts';

const seen = (parts: Partial<PolicyParts>, at: string): string =>
  policy(parts).tableFor(caller(), 'TREAT', new Date(at)).ofCategory('clinic-plain').kind;

const digestOf = (parts: Partial<PolicyParts>): string => policy(parts).digest;

describe('a table is made once', () => {
  test('for a caller and a purpose', () => {
    const compiled = policy();
    const ann = caller();
    const table = compiled.tableFor(ann, 'TREAT', today);
    expect(compiled.tableFor(ann, 'TREAT', today)).toBe(table);
    expect(compiled.tableFor(ann, 'HRESCH', today)).not.toBe(table);
    expect(compiled.tableFor(ann, 'TREAT', today)).toBe(table);
  });

  test('for all callers who differ only in the person, and each keeps their own', () => {
    let asked = 0;
    const statutes = [statute(() => ((asked += 1), { kind: 'permit', citation: 'Law 1' }))];
    const compiled = policy({ statutes });
    const roles = ['clerk', 'nurse'];
    const [ann, bob] = [
      caller({ roles }),
      caller({ roles: roles.toReversed(), subject: 'bob', purposesOfUse: ['TREAT'] }),
    ];
    const tables = [ann, bob].map((each) => compiled.tableFor(each, 'TREAT', today));
    expect(asked).toBe(1);
    expect(tables.map((table) => table.caller)).toEqual([ann, bob]);
    expect(tables[0]?.digest).toBe(tables[1]?.digest);
  });

  test('and one person’s facts are never counted for another', () => {
    const compiled = policy({
      agreements: [agreement('a', [{ conditions: { relationship: ['caseload'] } }])],
    });
    const relationships = [
      {
        id: '1',
        residentId: 'r',
        kind: 'caseload',
        subject: 'ann',
        agency: 'office',
        validFrom: new Date(0),
        validUntil: null,
      } as const,
    ];
    const [ann, bob] = ['ann', 'bob'].map((subject) =>
      compiled
        .tableFor(caller({ subject }), 'TREAT', today)
        .forResident(facts({ relationships }))
        .ofCategory('clinic-plain'),
    );
    expect(ann?.kind).toBe('permit');
    expect(bob?.kind).toBe('deny');
  });

  test.each<Partial<Caller>>([
    { agency: 'clinic' },
    { roles: ['nurse'] },
    { roles: [] },
    { application: 'other' },
    { trainings: ['t'] },
    { assuranceLevel: 1 },
    { residentId: 'r' },
    { isAnonymous: true },
  ])('but not for callers who differ in %j', (different) => {
    const asked: Caller[] = [];
    const statutes = [
      statute(({ requester }) => {
        asked.push(requester);
        return { kind: 'permit', citation: 'Law 1' };
      }),
    ];
    const { conditions } = { conditions: {} };
    const agreements = [
      agreement('a', [{ conditions }], {
        recipients: ['office', 'clinic'].map((agency) => ({ agency, roles: ['clerk', 'nurse'] })),
      }),
    ];
    const compiled = policy({ statutes, agreements });
    compiled.tableFor(caller(), 'TREAT', today);
    const others = compiled.tableFor(caller(different), 'TREAT', today);
    const isBarred = different.isAnonymous === true || different.roles?.length === 0;
    expect(asked).toHaveLength(isBarred ? 1 : 2);
    expect(others.ofCategory('clinic-plain').kind).toBe(isBarred ? 'deny' : 'permit');
  });

  test('without the person, so that no statute decides by who was first to ask', () => {
    const statutes = [
      statute(({ requester, resident }) =>
        requester.subject === 'ann' || resident
          ? { kind: 'permit', citation: 'L' }
          : { kind: 'undetermined', citation: 'L' },
      ),
    ];
    expect(policy({ statutes }).tableFor(caller(), 'TREAT', today).ofCategory('clinic-plain').kind).toBe(
      'undetermined',
    );
  });
});

describe('a table ends', () => {
  test('when an agreement begins or ends, to the instant', () => {
    const compiled = policy({
      agreements: [agreement('a', [{}], { term: { startsOn: '2026-03-01', endsOn: '2026-03-02' } })],
    });
    const ann = caller();
    const kinds = [
      '2026-02-28T23:59:59.999Z',
      '2026-03-01T00:00:00Z',
      '2026-03-02T23:59:59.999Z',
      '2026-03-03T00:00:00Z',
    ].map((at) => compiled.tableFor(ann, 'TREAT', new Date(at)).ofCategory('clinic-plain').kind);
    expect(kinds).toEqual(['deny', 'permit', 'permit', 'deny']);
  });

  test('when a declaration begins or ends, to the instant', () => {
    const declaration: EmergencyDeclaration = {
      id: '1',
      authority: 'Order 1',
      area: 'statewide',
      categories: ['clinic-plain'],
      roles: ['clerk'],
      purposesOfUse: ['TREAT'],
      startsAt: new Date('2026-06-15T12:00:10Z'),
      endsAt: new Date('2026-06-15T12:00:20Z'),
    };
    const statutes = [
      statute(({ declarations }) =>
        declarations.length > 0
          ? { kind: 'permit', citation: 'L' }
          : { kind: 'deny', citation: 'L', reason: 'STATUTE', remedy: 'NONE' },
      ),
    ];
    const compiled = policy({ statutes, state: { ...quiet, declarations: [declaration] } });
    const ann = caller();
    const kinds = ['12:00:09.999', '12:00:10', '12:00:19.999', '12:00:20'].map(
      (time) =>
        compiled.tableFor(ann, 'TREAT', new Date(`2026-06-15T${time}Z`)).ofCategory('clinic-plain').kind,
    );
    expect(kinds).toEqual(['deny', 'permit', 'permit', 'deny']);
  });

  test('after a minute at the latest, because statutes may look at the clock', () => {
    const change = new Date('2026-06-15T12:00:30Z');
    const statutes = [
      statute(({ at }) =>
        at < change
          ? { kind: 'permit', citation: 'L' }
          : { kind: 'deny', citation: 'L', reason: 'STATUTE', remedy: 'NONE' },
      ),
    ];
    const compiled = policy({ statutes });
    const ann = caller();
    expect(compiled.tableFor(ann, 'TREAT', today).ofCategory('clinic-plain').kind).toBe('permit');
    const later = new Date(today.getTime() + 60_000);
    expect(compiled.tableFor(ann, 'TREAT', later).ofCategory('clinic-plain').kind).toBe('deny');
  });

  test('never for what an agreement’s status says', () => {
    expect(seen({ agreements: [agreement('a', [{}], { status: 'suspended' })] }, '2026-06-15')).toBe('deny');
    expect(seen({}, '2026-06-15')).toBe('permit');
  });
});

describe('facts count at the time of the question,', () => {
  test('not at the time at which the table was made', () => {
    let clock = today;
    const agreements = [agreement('a', [{ conditions: { relationship: ['caseload'] }, breakGlass: true }])];
    const table = policy({ agreements, now: () => clock }).tableFor(caller(), 'TREAT', today);
    const openedAt = new Date(today.getTime() + 10_000);
    const endsAt = new Date(today.getTime() + 20_000);
    const session = {
      id: '1',
      residentId: 'r',
      subject: 'ann',
      agencies: ['clinic'],
      reason: 'IMMINENT_DANGER',
      openedAt,
      endsAt,
    } as const;
    const kinds = [9_999, 10_000, 20_000].map((milliseconds) => {
      clock = new Date(today.getTime() + milliseconds);
      return table.forResident(facts({ breakGlass: session })).ofCategory('clinic-plain').kind;
    });
    expect(kinds).toEqual(['deny', 'permit', 'deny']);
  });
});

describe('a policy', () => {
  test('says the epoch of the state that it was compiled from', () => {
    expect(policy({ state: { ...quiet, epoch: 7 } }).epoch).toBe(7);
  });

  test('has the same digest whatever the order of its agreements', () => {
    const agreements = [agreement('a'), agreement('b')];
    expect(digestOf({ agreements })).toBe(digestOf({ agreements: agreements.toReversed() }));
  });

  test.each<[string, Partial<PolicyParts>]>([
    ['the content of an agreement', { agreements: [agreement('a', [{}], { contentHash: '1'.repeat(64) })] }],
    ['the status of an agreement', { agreements: [agreement('a', [{}], { status: 'suspended' })] }],
    ['a restriction', { state: { ...quiet, restrictions: [{ agency: 'clinic', categories: null }] } }],
    ['a statute', { statutes: [statute({ kind: 'permit', citation: 'L' })] }],
    ['the catalogue', { catalogue: [] }],
    ['whether anybody can tell', { state: { ...quiet, isStale: true } }],
  ])('has another digest with %s', (_, parts) => {
    expect(digestOf(parts)).not.toBe(digestOf({}));
  });
});
