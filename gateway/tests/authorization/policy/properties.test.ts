import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import type { PurposeOfUse } from '../../../src/authentication/index.ts';
import type { Agreement } from '../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../src/authorization/index.ts';
import { readCategories } from '../../../src/authorization/index.ts';
import type { Statute } from '../../../src/authorization/statutes/index.ts';
import { statutes as laws } from '../../../src/authorization/statutes/index.ts';
import type { Choices } from './generated.ts';
import { agreementsArbitrary, factsArbitrary, requestsArbitrary, statesArbitrary } from './generated.ts';
import { isPermitted } from './plain-formula.ts';
import { catalogue as toys, policy, quiet, statute, today } from './toy-world.ts';

const read = await readCategories(
  fileURLToPath(new URL('../../../agreements/categories.yaml', import.meta.url)),
);
const catalogue: readonly Category[] = read.kind === 'read' ? read.categories : [];

/** Laws that depend on everything that a law may depend on. */
const toyLaws: readonly Statute[] = [
  statute(
    ({ resident, requester }) => {
      if (resident === null) return { kind: 'undetermined', citation: 'Consent Act' };
      return resident.consents.length > 0 || resident.residentId === requester.residentId
        ? { kind: 'permit', citation: 'Consent Act', obligations: ['no-redisclosure'] }
        : { kind: 'deny', citation: 'Consent Act', reason: 'CONSENT', remedy: 'REQUEST_CONSENT' };
    },
    ['clinic-deep', 'clinic-hidden', 'office-deep'],
  ),
  statute(
    ({ agreement }) =>
      agreement.grants.length > 1
        ? { kind: 'deny', citation: 'Brevity Act', reason: 'STATUTE', remedy: 'NONE' }
        : { kind: 'permit', citation: 'Brevity Act' },
    ['office-plain'],
  ),
];

const named = (...names: readonly string[]): readonly Category[] =>
  catalogue.filter(({ name }) => names.includes(name));

const worlds: readonly [
  string,
  Choices & { readonly all: readonly Category[]; readonly laws: readonly Statute[] },
][] = [
  [
    'toy laws',
    { all: toys, laws: toyLaws, categories: toys, roles: ['clerk', 'nurse'], purposes: ['TREAT', 'BTG'] },
  ],
  [
    'the laws',
    {
      all: catalogue,
      laws,
      categories: named(
        'sud-treatment',
        'criminal-history',
        'snap',
        'housing-hiv',
        'court-record',
        'sealed-record',
        'resident-identity',
      ),
      roles: [
        'sud-counselor',
        'probation-officer',
        'snap-eligibility-worker',
        'housing-caseworker',
        'resident',
      ],
      purposes: ['TREAT', 'HLEGAL', 'ELIGDTRM', 'PATRQT', 'BTG'] satisfies PurposeOfUse[],
    },
  ],
];

describe.each(worlds)('under %s', (_, { all, laws: statutes, ...choices }) => {
  const agreements = agreementsArbitrary(choices);
  const requests = requestsArbitrary(choices);
  const facts = factsArbitrary(choices);
  const states = statesArbitrary(choices);
  const compile = (given: readonly Agreement[], state = quiet) =>
    policy({ agreements: given, catalogue: all, statutes, state });
  const names = choices.categories.map(({ name }) => name);

  test('a resident’s decisions are what the formula says, word by word', () => {
    fc.assert(
      fc.property(agreements, requests, facts, states, (given, { caller, purpose }, resident, state) => {
        const decided = compile(given, state).tableFor(caller, purpose, today).forResident(resident);
        for (const category of choices.categories) {
          const expected = isPermitted(
            { caller, purpose, category, resident, at: today },
            given,
            statutes,
            state,
          );
          expect([category.name, decided.ofCategory(category.name).kind]).toEqual([
            category.name,
            expected ? 'permit' : 'deny',
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what the table decided holds for every resident', () => {
    fc.assert(
      fc.property(agreements, requests, facts, (given, { caller, purpose }, resident) => {
        const table = compile(given).tableFor(caller, purpose, today);
        const decided = table.forResident(resident);
        for (const name of names.filter((each) => !table.undetermined.has(each))) {
          expect(decided.ofCategory(name)).toEqual(table.ofCategory(name));
        }
        expect(names.filter((name) => table.permitted.has(name))).toEqual(
          names.filter((name) => table.ofCategory(name).kind === 'permit'),
        );
      }),
    );
  });

  test('an agreement more takes nothing away, and one less gives nothing', () => {
    fc.assert(
      fc.property(agreements, requests, facts, fc.nat(), (given, { caller, purpose }, resident, index) => {
        const fewer = given.filter((_agreement, each) => each !== index % Math.max(given.length, 1));
        const [less, more] = [fewer, given].map((each) => compile(each).tableFor(caller, purpose, today));
        const before = less?.forResident(resident);
        const after = more?.forResident(resident);
        for (const name of names.filter((each) => before?.ofCategory(each).kind === 'permit')) {
          expect([name, after?.ofCategory(name).kind]).toEqual([name, 'permit']);
        }
        for (const name of less?.permitted ?? []) expect(more?.permitted.has(name)).toBe(true);
      }),
    );
  });

  test('no agreement gives what a statute denies', () => {
    fc.assert(
      fc.property(agreements, requests, facts, (given, { caller, purpose }, resident) => {
        const decided = compile(given).tableFor(caller, purpose, today).forResident(resident);
        for (const category of choices.categories) {
          const decision = decided.ofCategory(category.name);
          const [used] = decision.kind === 'permit' ? decision.agreements : [];
          const agreement = given.find(({ id }) => id === used?.id);
          if (agreement === undefined) continue;
          const request = {
            requester: caller,
            purposeOfUse: purpose,
            category,
            agreement,
            at: today,
            declarations: [],
            resident,
          };
          const covering = statutes.filter(({ covers }) => covers.includes(category.name));
          expect(covering.map(({ rule }) => rule(request).kind)).toEqual(covering.map(() => 'permit'));
        }
      }),
    );
  });

  test('the order of agreements and roles changes nothing', () => {
    fc.assert(
      fc.property(agreements, requests, facts, (given, { caller, purpose }, resident) => {
        const other = { ...caller, roles: caller.roles.toReversed() };
        const tables = [
          compile(given).tableFor(caller, purpose, today),
          compile(given.toReversed()).tableFor(other, purpose, today),
        ];
        const [one, same] = tables.map((table) =>
          names.map((name) => [table.ofCategory(name), table.forResident(resident).ofCategory(name)]),
        );
        expect(same).toEqual(one);
        expect(tables[0]?.digest).toBe(tables[1]?.digest);
      }),
    );
  });

  test('tables of one digest decide alike', () => {
    fc.assert(
      fc.property(agreements, requests, requests, (given, one, other) => {
        const compiled = compile(given);
        const tables = [one, other].map(({ caller, purpose }) => compiled.tableFor(caller, purpose, today));
        const [left, right] = tables.map((table) => names.map((name) => table.ofCategory(name)));
        if (tables[0]?.digest === tables[1]?.digest) expect(left).toEqual(right);
      }),
    );
  });
});
