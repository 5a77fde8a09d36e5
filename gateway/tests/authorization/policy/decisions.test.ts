import { describe, expect, test } from '@jest/globals';

import { compileRequirements } from '../../../src/authorization/index.ts';
import { agreement, catalogue, quiet, statute, table } from './toy-world.ts';

const deny = { kind: 'deny', citation: 'Law 1', reason: 'STATUTE', remedy: 'COURT_ORDER' } as const;

describe('a field is permitted', () => {
  test('by an agreement in force, which the decision names with its clause', () => {
    expect(table().ofField('Resident.clinic_plain')).toEqual({
      kind: 'permit',
      agreements: [{ id: 'a', version: 1, clause: '1' }],
      citations: [],
      obligations: [],
      transforms: [],
    });
  });

  test('when the statutes permit too: they are cited, and their obligations are the caller’s', () => {
    const statutes = [statute({ kind: 'permit', citation: 'Law 1', obligations: ['notice-42-cfr-2-32'] })];
    const agreements = [agreement('a', [{ obligations: ['no-redisclosure'] }])];
    expect(table({ statutes, agreements }).ofField('Resident.clinic_plain')).toMatchObject({
      kind: 'permit',
      citations: ['Law 1'],
      obligations: ['no-redisclosure', 'notice-42-cfr-2-32'],
    });
  });

  test('if it needs two categories, by an agreement for each', () => {
    const agreements = [
      agreement('a'),
      agreement('b', [{ categories: ['office-plain'] }], { provider: 'office' }),
    ];
    expect(table({ agreements }).ofField('Resident.together')).toMatchObject({
      kind: 'permit',
      agreements: [{ id: 'a' }, { id: 'b' }],
    });
    expect(table().ofField('Resident.together')).toMatchObject({ kind: 'deny', category: 'office-plain' });
  });

  test('if it needs one of two categories, by an agreement for one', () => {
    expect(table().ofField('Resident.either')).toMatchObject({ kind: 'permit', agreements: [{ id: 'a' }] });
  });

  test.each([
    ['Resident.id', {}],
    ['Resident.__typename', {}],
    ['Resident.known', {}],
    ['Resident.forNurses', { roles: ['nurse'] }],
  ])('without any agreement if it needs none: %s', (coordinate, who) => {
    expect(table({ agreements: [] }, who).ofField(coordinate).kind).toBe('permit');
  });
});

describe('a field is denied', () => {
  test.each<[string, Parameters<typeof table>, object]>([
    [
      'without an agreement',
      [{ agreements: [] }],
      { reason: 'AGREEMENT', agreement: null, remedy: 'REQUEST_AGREEMENT', authority: 'Law of clinic' },
    ],
    [
      'to another role',
      [{}, { roles: ['cook'] }],
      { reason: 'ROLE', agreement: 'a', authority: 'Agreement a' },
    ],
    ['to nobody’s role', [{}, { roles: [] }], { reason: 'ROLE' }],
    ['to another agency', [{}, { agency: 'elsewhere' }], { reason: 'AGREEMENT' }],
    [
      'for another purpose',
      [{}, {}, 'HRESCH'],
      { reason: 'PURPOSE', agreement: 'a', remedy: 'STATE_PURPOSE' },
    ],
    [
      'without a purpose, of which it is said before any agreement',
      [{}, {}, null],
      {
        reason: 'PURPOSE',
        agreement: null,
        remedy: 'STATE_PURPOSE',
        authority: 'No purpose of use is stated: Law of clinic',
      },
    ],
    [
      'without a purpose and an agreement',
      [{ agreements: [] }, {}, null],
      { reason: 'PURPOSE', agreement: null, remedy: 'STATE_PURPOSE' },
    ],
    ['to whoever is not known', [{}, { isAnonymous: true }], { reason: 'ASSURANCE', remedy: 'STEP_UP' }],
    [
      'by a statute',
      [{ statutes: [statute(deny)] }],
      { reason: 'STATUTE', authority: 'Law 1', remedy: 'COURT_ORDER', agreement: 'a' },
    ],
    [
      'by one statute that another permits',
      [{ statutes: [statute({ kind: 'permit', citation: 'Law 2' }), statute(deny)] }],
      { reason: 'STATUTE', authority: 'Law 1' },
    ],
    [
      'by a statute that fails',
      [
        {
          statutes: [
            statute(() => {
              throw new Error('broken');
            }),
          ],
        },
      ],
      { reason: 'UNDECIDABLE', authority: 'Toy Law' },
    ],
    [
      'by the agency itself',
      [{ state: { ...quiet, restrictions: [{ agency: 'clinic', categories: null }] } }],
      { reason: 'RESTRICTION', remedy: 'NONE' },
    ],
    [
      'by the agency’s restriction of the category',
      [{ state: { ...quiet, restrictions: [{ agency: 'clinic', categories: ['clinic-plain'] }] } }],
      { reason: 'RESTRICTION' },
    ],
    [
      'when nobody can tell what is restricted',
      [{ state: { ...quiet, isStale: true } }],
      { reason: 'UNDECIDABLE' },
    ],
  ])('%s', (_, given, expected) => {
    expect(table(...given).ofField('Resident.clinic_plain')).toMatchObject({
      kind: 'deny',
      category: 'clinic-plain',
      isConcealed: false,
      ...expected,
    });
  });

  test.each(['draft', 'proposed', 'under-review', 'signed', 'suspended', 'ended'] as const)(
    'under an agreement that is %s',
    (status) => {
      const agreements = [agreement('a', [{}], { status })];
      expect(table({ agreements }).ofField('Resident.clinic_plain').kind).toBe('deny');
    },
  );

  test('by a grant that makes a field less which there is not, as it would show another whole', () => {
    const transforms = [{ coordinate: 'Resident.mistyped', transform: 'redact' as const }];
    expect(
      table({ agreements: [agreement('a', [{ transforms }])] }).ofField('Resident.clinic_plain').kind,
    ).toBe('deny');
  });

  test('under an agreement of somebody who does not own the data', () => {
    const agreements = [agreement('a', [{}], { provider: 'office' })];
    expect(table({ agreements }).ofField('Resident.clinic_plain').kind).toBe('deny');
  });

  test('to another application than the agreement names', () => {
    const agreements = [
      agreement('a', [{}], { recipients: [{ agency: 'office', roles: ['clerk'], applications: ['desk'] }] }),
    ];
    expect(table({ agreements }).ofField('Resident.clinic_plain').kind).toBe('permit');
    expect(table({ agreements }, { application: 'other' }).ofField('Resident.clinic_plain')).toMatchObject({
      reason: 'ROLE',
    });
  });

  test.each(['Resident.bare', 'Resident.absent', 'Query.absent', 'Resident.nobodys'])(
    'when nobody knows what it shows: %s',
    (coordinate) => {
      expect(table().ofField(coordinate).kind).toBe('deny');
    },
  );

  test.each(['Resident.known', 'Resident.forNurses'])(
    'to whoever is not known, however little it needs: %s',
    (coordinate) => {
      expect(table({}, { isAnonymous: true, roles: ['nurse'] }).ofField(coordinate).kind).toBe('deny');
    },
  );

  test('to whoever lacks a role that it asks for by name', () => {
    expect(table().ofField('Resident.forNurses')).toMatchObject({ kind: 'deny', reason: 'ROLE' });
  });
});

describe('a restriction', () => {
  test.each([
    { agency: 'office', categories: null },
    { agency: 'clinic', categories: ['clinic-deep'] },
    { agency: 'office', categories: ['clinic-plain'] },
  ])('restricts nothing else: %j', (restriction) => {
    const state = { ...quiet, restrictions: [restriction] };
    expect(table({ state }).ofField('Resident.clinic_plain').kind).toBe('permit');
  });
});

describe('what a denial tells', () => {
  const nearer = [
    agreement('d-role', [{}], { recipients: [{ agency: 'office', roles: ['cook'] }] }),
    agreement('c-purpose', [{ purposes: ['HRESCH'] }]),
    agreement('b-condition', [{ conditions: { training: ['t'] } }]),
    agreement('a-statute'),
  ];
  const forbidsA = statute(({ agreement: { id } }) =>
    id === 'a-statute' ? deny : { kind: 'permit', citation: 'Law 1' },
  );

  test.each([
    [4, 'STATUTE', 'a-statute'],
    [3, 'TRAINING', 'b-condition'],
    [2, 'PURPOSE', 'c-purpose'],
    [1, 'ROLE', 'd-role'],
    [0, 'AGREEMENT', null],
  ])('is of the agreement that came nearest, among %d', (count, reason, nearest) => {
    const parts = { agreements: nearer.slice(0, count), statutes: [forbidsA] };
    expect(table(parts).ofCategory('clinic-plain')).toMatchObject({ reason, agreement: nearest });
  });

  test('is nothing where the category is concealed, whatever it was denied by', () => {
    const restricted = { ...quiet, restrictions: [{ agency: 'clinic', categories: null }] };
    const granting = [agreement('a', [{ categories: ['clinic-hidden'] }])];
    for (const parts of [
      {},
      { state: restricted },
      { agreements: granting, statutes: [statute(deny, ['clinic-hidden'])] },
    ]) {
      expect(table(parts).ofCategory('clinic-hidden')).toMatchObject({ kind: 'deny', isConcealed: true });
    }
    expect(table({}, {}, null).ofCategory('clinic-hidden')).toMatchObject({ isConcealed: true });
    expect(table({ agreements: granting }).ofCategory('clinic-hidden').kind).toBe('permit');
  });

  test('is nothing where a statute says so', () => {
    const statutes = [statute(deny), statute({ ...deny, isConcealed: true })];
    expect(table({ statutes }).ofField('Resident.clinic_plain')).toMatchObject({ isConcealed: true });
  });

  test('is nothing where any of the categories of a field is concealed', () => {
    expect(table({ agreements: [] }).ofField('Resident.withHidden')).toMatchObject({ isConcealed: true });
    expect(table().ofField('Resident.withHidden')).toMatchObject({ isConcealed: true });
  });
});

describe('of several agreements that grant the same', () => {
  const birth = { coordinate: 'Resident.clinic_plain', transform: 'year-of-birth' } as const;
  const other = { coordinate: 'Resident.either', transform: 'redact' } as const;

  test('the one that makes less of the values counts, then the one that asks less, then the first', () => {
    const agreements = [
      agreement('a', [{ transforms: [birth] }]),
      agreement('b', [{ obligations: ['no-redisclosure'] }]),
      agreement('d'),
      agreement('c'),
    ];
    const used = (count: number): unknown =>
      table({ agreements: agreements.slice(0, count) }).ofCategory('clinic-plain');
    expect(used(1)).toMatchObject({ agreements: [{ id: 'a' }], transforms: [birth] });
    expect(used(2)).toMatchObject({ agreements: [{ id: 'b' }], transforms: [] });
    expect(used(3)).toMatchObject({ agreements: [{ id: 'd' }], obligations: [] });
    expect(used(4)).toMatchObject({ agreements: [{ id: 'c' }] });
  });

  test('a field is shown as it is if one of them shows it so', () => {
    const agreements = [agreement('a', [{ transforms: [birth] }]), agreement('b', [{ transforms: [other] }])];
    const decided = table({ agreements });
    expect(decided.ofField('Resident.clinic_plain')).toMatchObject({
      agreements: [{ id: 'b' }],
      transforms: [other],
    });
    expect(decided.ofField('Resident.either')).toMatchObject({
      agreements: [{ id: 'a' }],
      transforms: [birth],
    });
  });

  test('both make less of it if both say so', () => {
    const agreements = [
      agreement('a', [{ transforms: [birth] }]),
      agreement('b', [{ transforms: [birth, other] }]),
    ];
    expect(table({ agreements }).ofField('Resident.clinic_plain')).toMatchObject({ transforms: [birth] });
  });
});

describe('an argument', () => {
  test('that tells of a category is decided as the category is', () => {
    expect(table().ofArgument('Query.find(deep:)')).toMatchObject({ kind: 'deny', category: 'clinic-deep' });
    const agreements = [agreement('a', [{ categories: ['clinic-deep'] }])];
    expect(table({ agreements }).ofArgument('Query.find(deep:)')?.kind).toBe('permit');
  });

  test('that tells of nothing is not decided', () => {
    expect(table().ofArgument('Query.find(first:)')).toBeNull();
    expect(table().ofArgument('Query.find(unnamed:)')?.kind).toBe('deny');
    expect(table().ofArgument('Query.find(renamed:)')?.kind).toBe('deny');
  });
});

/** An agreement for the office itself. */
const between = (grant: object = {}, different: object = {}) =>
  agreement('between', [grant], { recipients: [{ agency: 'office' }], ...different });

describe('a field that an agency makes of another’s', () => {
  const own = agreement('own', [{ categories: ['office-plain'] }], { provider: 'office' });
  test('needs an agreement for the agency that receives it, besides the caller’s', () => {
    expect(table({ agreements: [own, agreement('a')] }).ofField('Resident.made')).toMatchObject({
      kind: 'deny',
      reason: 'AGREEMENT',
      category: 'clinic-plain',
    });
    expect(table({ agreements: [own, between()] }).ofField('Resident.made').kind).toBe('deny');
    expect(table({ agreements: [own, agreement('a'), between()] }).ofField('Resident.made').kind).toBe(
      'permit',
    );
  });

  test.each<[string, object, object]>([
    ['for another purpose', { purposes: ['HRESCH'] }, {}],
    ['that depends on the resident', { conditions: { consent: ['general'] } }, {}],
    ['that asks for a training', { conditions: { training: ['t'] } }, {}],
    ['that has ended', {}, { status: 'ended' }],
    ['with another agency', {}, { recipients: [{ agency: 'elsewhere' }] }],
  ])('gets none by an agreement %s', (_, grant, different) => {
    const agreements = [own, agreement('a'), between(grant, different)];
    expect(table({ agreements }).ofField('Resident.made').kind).toBe('deny');
  });

  test('is denied where the other has stopped sharing what the agency receives, though the caller sees it by something else', () => {
    const requirements = compileRequirements(
      `schema
        @link(url: "https://specs.apollo.dev/link/v1.0")
        @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
        @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
        { query: Query }
        enum join__Graph { CLINIC @join__graph(name: "clinic", url: "u") OFFICE @join__graph(name: "office", url: "u") }
        type Resident @join__type(graph: CLINIC, key: "id") @join__type(graph: OFFICE, key: "id") {
          id: ID!
          input: Int @policy(policies: [["clinic-plain"], ["clinic-deep"]])
          made: Int @join__field(graph: OFFICE, requires: "input") @policy(policies: [["office-plain"]])
        }
        type Query { resident: Resident @policy(policies: [["office-plain"]]) }`,
      catalogue,
    );
    const agreements = [own, agreement('a', [{ categories: ['clinic-deep'] }]), between()];
    const made = (categories: readonly string[]) =>
      table({
        requirements,
        agreements,
        state: { ...quiet, restrictions: [{ agency: 'clinic', categories }] },
      }).ofField('Resident.made');
    expect(made(['clinic-hidden']).kind).toBe('permit');
    expect(made(['clinic-plain'])).toMatchObject({ kind: 'deny', reason: 'RESTRICTION' });
  });

  test('is denied where a statute denies it to the agency itself', () => {
    const agreements = [own, agreement('a'), between()];
    const rule = statute(({ requester }) =>
      requester.roles.length === 0 ? deny : { kind: 'permit', citation: 'Law 1' },
    );
    expect(table({ agreements, statutes: [rule] }).ofField('Resident.made').kind).toBe('deny');
    const open = statute(({ requester, resident }) =>
      requester.roles.length > 0 || resident
        ? { kind: 'permit', citation: 'L' }
        : { kind: 'undetermined', citation: 'L' },
    );
    expect(table({ agreements, statutes: [open] }).ofField('Resident.made').kind).toBe('deny');
  });
});
