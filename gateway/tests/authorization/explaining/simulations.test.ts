import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildSchema, parse } from 'graphql';

import type { Agreement } from '../../../src/authorization/agreements/index.ts';
import {
  categoriesWithoutAgreement,
  comparePolicies,
  expiringAgreements,
  forbiddenGrants,
  losingOperations,
  nameOf,
  whatCanSee,
  whoCouldSee,
} from '../../../src/authorization/index.ts';
import type { Choices } from '../policy/generated.ts';
import { agreementsArbitrary } from '../policy/generated.ts';
import { agreement, catalogue, quiet, requirements, statute, today } from '../policy/toy-world.ts';

const choices: Choices = { categories: catalogue, roles: ['clerk', 'nurse'], purposes: ['TREAT', 'BTG'] };
const schema = buildSchema(
  'type Query { resident: Resident } type Resident { clinic_plain: Int clinic_deep: Int }',
);

function rules(agreements: readonly Agreement[], statutes = [] as ReturnType<typeof statute>[]) {
  return { requirements, catalogue, agreements, statutes, state: quiet };
}

const conditional = agreement('b', [
  {
    categories: ['clinic-deep'],
    purposes: ['BTG'],
    conditions: { training: ['t'], assuranceLevel: 3, consent: ['general'] },
  },
]);

describe('who could see a field', () => {
  test('is everybody whom an agreement lets, at best, and for which purposes', async () => {
    const agreements = [
      agreement('a'),
      conditional,
      agreement('c', [{}], { recipients: [{ agency: 'clinic', roles: ['nurse'], applications: ['desk'] }] }),
    ];
    const seen = async (coordinate: string) => {
      const access = await whoCouldSee(coordinate, rules(agreements), today);
      return access.map(({ requester, purpose, decision }) => [nameOf(requester), purpose, decision.kind]);
    };
    expect(await seen('Resident.clinic_plain')).toEqual([
      ['clerk@office', 'TREAT', 'permit'],
      ['nurse@clinic by desk', 'TREAT', 'permit'],
    ]);
    expect(await seen('Resident.clinic_deep')).toEqual([['clerk@office', 'BTG', 'undetermined']]);
    expect(await seen('Resident.clinic_hidden')).toEqual([]);
  });
});

describe('what a role can see', () => {
  const clerk = { agency: 'office', role: 'clerk', application: null };

  test('is every category of which anything is shown', async () => {
    const access = await whatCanSee(clerk, null, rules([agreement('a'), conditional]), today);
    expect(access.map(({ subject, purpose, decision }) => [subject, purpose, decision.kind])).toEqual([
      ['clinic-deep', 'BTG', 'undetermined'],
      ['clinic-plain', 'TREAT', 'permit'],
    ]);
  });

  test('for one purpose, is told with all that it can’t', async () => {
    const access = await whatCanSee(clerk, 'TREAT', rules([agreement('a')]), today);
    expect(access.map(({ subject }) => subject)).toEqual(catalogue.map(({ name }) => name));
    expect(access.filter(({ decision }) => decision.kind === 'permit')).toHaveLength(1);
  });
});

describe('a comparison of two sets of agreements', () => {
  test('finds nothing where they are the same but for their names', async () => {
    await fc.assert(
      fc.asyncProperty(agreementsArbitrary(choices), async (given) => {
        const renamed = given.map((each) => ({ ...each, id: `other-${each.id}`, title: 'Other' }));
        const { changes } = await comparePolicies(rules(given), rules(renamed), today);
        expect(changes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('finds only losses where an agreement ends, and only gains where one begins', async () => {
    await fc.assert(
      fc.asyncProperty(agreementsArbitrary(choices), async (given) => {
        const order = ['deny', 'undetermined', 'permit'];
        const depth = (kind: string): number => order.indexOf(kind);
        const { changes } = await comparePolicies(rules(given), rules(given.slice(1)), today);
        const back = await comparePolicies(rules(given.slice(1)), rules(given), today);
        expect(changes.every(({ before, after }) => depth(after.kind) <= depth(before.kind))).toBe(true);
        expect(back.changes.map(({ before, after }) => [after, before])).toEqual(
          changes.map(({ before, after }) => [before, after]),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('finds other obligations', async () => {
    const before = rules([agreement('a')]);
    const after = rules([agreement('a', [{ obligations: ['notify-provider'] }])]);
    expect(await comparePolicies(before, after, today)).toMatchObject({
      changes: [{ category: 'clinic-plain', purpose: 'TREAT' }],
    });
  });

  test('is refused where few lines name more requesters than can be decided for', async () => {
    const roles = Array.from({ length: 500 }, (_, index) => `role-${index}`);
    const applications = Array.from({ length: 500 }, (_, index) => `application-${index}`);
    const broad = agreement('broad', [{}], { recipients: [{ agency: 'office', roles, applications }] });
    await expect(comparePolicies(rules([]), rules([broad]), today)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

/** An operation of a manifest. */
const operation = (id: string, text: string) => ({ id, document: parse(text), operationName: null });

describe('registered operations', () => {
  const operations = [
    operation('both', '{ resident { plain: clinic_plain clinic_deep } }'),
    operation('deep', '{ resident { clinic_deep } }'),
  ];

  test('that lose fields are named with the fields and for whom', async () => {
    const comparison = await comparePolicies(
      rules([agreement('a'), conditional]),
      rules([conditional]),
      today,
    );
    expect(await losingOperations(comparison, operations, schema)).toEqual([
      {
        id: 'both',
        operationName: null,
        losses: [{ path: 'resident.plain', coordinate: 'Resident.clinic_plain' }],
        requesters: ['clerk@office for TREAT'],
      },
    ]);
  });

  test('lose nothing by an agreement more', async () => {
    const comparison = await comparePolicies(
      rules([conditional]),
      rules([agreement('a'), conditional]),
      today,
    );
    expect(await losingOperations(comparison, operations, schema)).toEqual([]);
  });
});

/** An agreement with another last day. */
const until = (id: string, endsOn: string, different: Partial<Agreement> = {}) =>
  agreement(id, [{}], { term: { startsOn: '2026-01-01', endsOn }, ...different });

describe('coverage', () => {
  test('names the categories that no agreement in force grants', async () => {
    const agreements = [
      agreement('a'),
      agreement('b', [{ categories: ['clinic-deep'] }], { status: 'draft' }),
    ];
    expect(categoriesWithoutAgreement(rules(agreements), today).map(({ name }) => name)).toEqual(
      catalogue.map(({ name }) => name).filter((name) => name !== 'clinic-plain'),
    );
  });

  test('names the agreements that end within so many days, the last day included', async () => {
    const agreements = [
      until('over', '2026-06-14'),
      until('today', '2026-06-15'),
      until('soon', '2026-06-24'),
      until('later', '2026-06-25'),
      until('draft', '2026-06-20', { status: 'draft' }),
    ];
    expect(expiringAgreements(rules(agreements), 10, today).map(({ id }) => id)).toEqual(['today', 'soon']);
  });

  test('names what an agreement grants in vain, and by which law', async () => {
    const forbids = statute({ kind: 'deny', citation: 'Law 1', reason: 'STATUTE', remedy: 'NONE' }, [
      'clinic-deep',
    ]);
    const agreements = [agreement('a', [{ categories: ['clinic-plain', 'clinic-deep'], clause: '3(b)' }])];
    expect(await forbiddenGrants(rules(agreements, [forbids]), today)).toMatchObject([
      { agreement: { id: 'a' }, clause: '3(b)', category: 'clinic-deep', citation: 'Law 1' },
    ]);
  });

  test.each([
    ['depends on the resident', statute({ kind: 'undetermined', citation: 'L' })],
    [
      'is permitted to one of the recipients',
      statute(({ requester }) =>
        requester.roles.includes('clerk')
          ? { kind: 'permit', citation: 'L' }
          : { kind: 'deny', citation: 'L', reason: 'ROLE', remedy: 'NONE' },
      ),
    ],
    [
      'is permitted for one of the purposes',
      statute(({ purposeOfUse }) =>
        purposeOfUse === 'BTG'
          ? { kind: 'permit', citation: 'L' }
          : { kind: 'deny', citation: 'L', reason: 'PURPOSE', remedy: 'NONE' },
      ),
    ],
    [
      'is permitted in a declared emergency',
      statute(({ declarations }) =>
        declarations.length > 0
          ? { kind: 'permit', citation: 'L' }
          : { kind: 'deny', citation: 'L', reason: 'STATUTE', remedy: 'NONE' },
      ),
    ],
  ])('does not name what %s', async (_, law) => {
    const recipients = [{ agency: 'office', roles: ['cook', 'clerk'] }];
    const agreements = [agreement('a', [{ purposes: ['TREAT', 'BTG'] }], { recipients })];
    expect(await forbiddenGrants(rules(agreements, [law]), today)).toEqual([]);
  });
});
