import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defineSubgraph } from '@resident-graph/subgraph-kit';

import { libraryDefinition } from '../library/library.ts';
import { clinic, linkResidents } from './clinic.ts';
import { openDecisionDesk } from './decision-desk.ts';
import type { DecisionDesk } from './decision-desk.ts';
import { post, signed } from './gateway-of-the-test.ts';
import type { Received } from './gateway-of-the-test.ts';
import { openGuarded } from './open-guarded.ts';
import type { Guarded } from './open-guarded.ts';

const { subgraph, resolved } = clinic();
let desk: DecisionDesk;
let guarded: Guarded;

beforeAll(async () => {
  desk = await openDecisionDesk();
  guarded = await openGuarded(subgraph, { decisionsUrl: desk.url }, linkResidents as never);
});
afterAll(async () => {
  await guarded.close();
  await desk.close();
});
beforeEach(() => {
  resolved.length = 0;
  desk.questions.length = 0;
  desk.answer = { body: { permitted: {}, concealed: {} } };
});

interface Asked {
  readonly permitted?: readonly string[];
  readonly undetermined?: readonly string[];
  readonly concealed?: readonly string[];
  readonly roles?: readonly string[];
  readonly decided?: readonly string[];
  readonly residents?: readonly string[];
}

function ask(query: string, { decided = [], ...claims }: Asked = {}): Promise<Received> {
  const nothing = { permitted: [], undetermined: [], concealed: [] };
  return post(guarded.url, signed(guarded.url, { query, claims: { ...nothing, ...claims }, decided }));
}

function askAbout(
  selection: string,
  { residents = ['r1'], decided = [], ...claims }: Asked,
): Promise<Received> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident ${selection} } }`;
  const variables = { r: residents.map((id) => ({ __typename: 'Resident', id })) };
  const nothing = { permitted: [], undetermined: [], concealed: [] };
  return post(
    guarded.url,
    signed(guarded.url, { query, variables, claims: { ...nothing, ...claims }, decided }),
  );
}

const entities = (received: Received): unknown => Object.values(received.body.data ?? {})[0];
const withheld = (received: Received): readonly unknown[] =>
  (received.body.errors ?? [])
    .map(({ path, extensions }) => `${String(path).replace('_entities,', '')} ${extensions?.code}`)
    .toSorted((left, right) => (left < right ? -1 : 1));

describe('a field is answered if all labels that govern it are permitted', () => {
  test('what the token permits is shown, and what it says nothing of is withheld and never resolved', async () => {
    const answer = await askAbout('{ id clinic { visits { day } notes } }', { permitted: ['clinic'] });
    expect(entities(answer)).toEqual([
      { id: 'r1', clinic: { visits: [{ day: null }, { day: null }], notes: null } },
    ]);
    expect(withheld(answer)).toEqual([
      '0,clinic,notes FIELD_WITHHELD',
      '0,clinic,visits,0,day FIELD_WITHHELD',
      '0,clinic,visits,1,day FIELD_WITHHELD',
    ]);
    expect(resolved).toEqual(['Resident.clinic', 'Clinic.visits']);
  });

  test('what is withheld of each object in a list is told with its own place, as any error is', async () => {
    const { body } = await askAbout('{ clinic { visits { day } } }', { permitted: ['clinic'] });
    const before =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { clinic { visits { ';
    expect(body.errors).toEqual(
      [0, 1].map((index) => ({
        message: 'The field is withheld.',
        locations: [{ line: 1, column: before.length + 1 }],
        path: ['_entities', 0, 'clinic', 'visits', index, 'day'],
        extensions: { code: 'FIELD_WITHHELD' },
      })),
    );
  });

  test("a field's own label is needed beside its type's", async () => {
    const answer = await askAbout('{ clinic { notes } }', { permitted: ['notes'] });
    expect(entities(answer)).toEqual([{ clinic: null }]);
    expect(resolved).toEqual([]);
  });

  test.each([
    [['clinic'], null, null],
    [['clinic', 'notes'], 'either', null],
    [['clinic', 'search'], 'either', null],
    [['clinic', 'notes', 'search'], 'either', 'both'],
  ])(
    'of %j one of two alternatives is enough, and of two together both are needed',
    async (permitted, either, both) => {
      const answer = await askAbout('{ clinic { either both } }', { permitted });
      expect(entities(answer)).toEqual([{ clinic: { either, both } }]);
    },
  );

  test('a scope is the name of a role', async () => {
    const selection = '{ clinic { staff } }';
    expect(entities(await askAbout(selection, { permitted: ['clinic'], roles: ['clinician'] }))).toEqual([
      { clinic: { staff: 'staff' } },
    ]);
    expect(
      entities(
        await askAbout(selection, { permitted: ['clinic', 'clinician', 'role:clinician'], roles: [] }),
      ),
    ).toEqual([{ clinic: { staff: null } }]);
  });

  test('an interface and a union show of each type what its own label permits', async () => {
    const selection =
      '{ clinic { things { __typename label } mixed { __typename ... on Pill { label } ... on Visit { day } } } }';
    const answer = await askAbout(selection, { permitted: ['clinic', 'pill'] });
    expect(entities(answer)).toEqual([
      {
        clinic: {
          things: [
            { __typename: 'Pill', label: 'pill' },
            { __typename: 'Knife', label: null },
          ],
          mixed: [
            { __typename: 'Pill', label: 'pill' },
            { __typename: 'Visit', day: null },
          ],
        },
      },
    ]);
  });

  test('a label further down is asked for again, though less was needed above', async () => {
    const selection = '{ clinic { visits { doctor { name } } } }';
    const most = ['clinic', 'visit'];
    expect(JSON.stringify(entities(await askAbout(selection, { permitted: most })))).not.toContain('Dr Low');
    expect(JSON.stringify(entities(await askAbout(selection, { permitted: [...most, 'open'] })))).toContain(
      'Dr Low',
    );
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', ''])(
    'the category %j permits nothing',
    async (name) => {
      const answer = await askAbout('{ clinic { notes } }', { permitted: [name], undetermined: [name] });
      expect(entities(answer)).toEqual([{ clinic: null }]);
    },
  );

  test('aliases and fragments change nothing', async () => {
    const selection =
      '{ x: clinic { id: notes ...N ... on Clinic { __typename day: notes } } } } } fragment N on Clinic { visits: notes ... { y: notes';
    const answer = await askAbout(selection, { permitted: ['clinic'] });
    const nothing = { id: null, visits: null, y: null, __typename: 'Clinic', day: null };
    expect(entities(answer)).toEqual([{ x: nothing }]);
    expect(resolved).toEqual(['Resident.clinic']);
  });
});

describe('what is concealed', () => {
  test('is null, and nothing tells that it was withheld', async () => {
    const answer = await askAbout('{ clinic { notes } }', { permitted: ['clinic'], concealed: ['notes'] });
    expect(answer.body).toEqual({ data: { _entities: [{ clinic: { notes: null } }] } });
    expect(resolved).not.toContain('Clinic.notes');
  });

  test('stays so where another category of the same field is withheld openly', async () => {
    const answer = await askAbout('{ clinic { both } }', { permitted: ['clinic'], concealed: ['notes'] });
    expect(answer.body).toEqual({ data: { _entities: [{ clinic: { both: null } }] } });
  });
});

describe('what depends on the resident', () => {
  const clinicOfSome = { undetermined: ['clinic'] };

  test('is shown of the representations for which the gateway has decided it, without asking', async () => {
    const answer = await askAbout('{ clinic { notes } }', {
      ...clinicOfSome,
      permitted: ['notes'],
      decided: ['clinic'],
      residents: ['r1', 'r2'],
    });
    expect(entities(answer)).toEqual([
      { clinic: { notes: 'notes on r1' } },
      { clinic: { notes: 'notes on r2' } },
    ]);
    expect(desk.questions).toEqual([]);
  });

  test('a decided category that does not depend on the resident is none', async () => {
    expect(entities(await askAbout('{ clinic { notes } }', { decided: ['clinic', 'notes'] }))).toEqual([
      { clinic: null },
    ]);
  });

  test('is asked for in one question for all residents and categories, and shown of those for whom it is permitted', async () => {
    desk.answer = { body: { permitted: { clinic: ['r1', 'r3'], kin: ['r2'] }, concealed: { kin: ['r3'] } } };
    const answer = await askAbout('{ id clinic { notes } kin { id } }', {
      undetermined: ['clinic', 'kin'],
      permitted: ['notes'],
      residents: ['r1', 'r2', 'r3', 'r1'],
    });
    expect(entities(answer)).toEqual([
      { id: 'r1', clinic: { notes: 'notes on r1' }, kin: null },
      { id: 'r2', clinic: null, kin: [{ id: 'r2' }, { id: 'r3' }] },
      { id: 'r3', clinic: { notes: 'notes on r3' }, kin: null },
      { id: 'r1', clinic: { notes: 'notes on r1' }, kin: null },
    ]);
    expect(withheld(answer)).toEqual([
      '0,kin FIELD_WITHHELD',
      '1,clinic FIELD_WITHHELD',
      '3,kin FIELD_WITHHELD',
    ]);
    expect(desk.questions).toEqual([
      { contextToken: expect.any(String), categories: ['clinic', 'kin'], residents: ['r1', 'r2', 'r3'] },
    ]);
  });

  test('is decided for a resident inside by that resident, and not by the one above', async () => {
    desk.answer = { body: { permitted: { clinic: ['r3'] }, concealed: {} } };
    const answer = await askAbout('{ kin { id clinic { notes } } clinic { contact { clinic { notes } } } }', {
      undetermined: ['clinic'],
      permitted: ['kin', 'notes'],
      decided: ['clinic'],
    });
    expect(entities(answer)).toEqual([
      {
        kin: [
          { id: 'r2', clinic: null },
          { id: 'r3', clinic: { notes: 'notes on r3' } },
        ],
        clinic: { contact: { clinic: null } },
      },
    ]);
  });

  test.each([
    ['refuses', { status: 401, body: {} }],
    ['fails', { status: 503, body: {} }],
    ['answers nonsense', { body: 'nonsense' }],
    ['answers something else', { body: { permitted: true } }],
    ['answers of others', { body: { permitted: { clinic: ['r9'], notes: ['r1'] }, concealed: {} } }],
    ['answers with names of prototypes', { body: '{"permitted":{"__proto__":["r1"]},"concealed":{}}' }],
  ])('is withheld where the gateway %s', async (_what, answer) => {
    desk.answer = answer;
    expect(
      entities(await askAbout('{ clinic { notes } }', { ...clinicOfSome, permitted: ['notes'] })),
    ).toEqual([{ clinic: null }]);
    expect(resolved).toEqual([]);
  });

  test('is withheld where no gateway can be asked', async () => {
    const alone = await openGuarded(subgraph, {}, linkResidents as never);
    const query =
      '{ _entities(representations: [{ __typename: "Resident", id: "r1" }]) { ... on Resident { clinic { notes } } } }';
    const claims = { permitted: ['notes'], undetermined: ['clinic'], concealed: [] };
    const answer = await post(alone.url, signed(alone.url, { query, claims }));
    await alone.close();
    expect(answer.body.data).toEqual({ _entities: [{ clinic: null }] });
  });

  test('is withheld where no resident is above it', async () => {
    const { body } = await ask('{ clinics find(name: "x") { total } }', { undetermined: ['open', 'search'] });
    expect(body.data).toEqual({ clinics: null, find: null });
    expect(desk.questions).toEqual([]);
  });

  test('is not remembered from one request to the next', async () => {
    desk.answer = { body: { permitted: { clinic: ['r1'] }, concealed: {} } };
    const asked = { ...clinicOfSome, permitted: ['notes'] };
    expect(entities(await askAbout('{ clinic { notes } }', asked))).toEqual([
      { clinic: { notes: 'notes on r1' } },
    ]);
    desk.answer = { body: { permitted: {}, concealed: {} } };
    expect(entities(await askAbout('{ clinic { notes } }', asked))).toEqual([{ clinic: null }]);
  });
});

describe('a root field that leads to residents', () => {
  const query =
    '{ patient(id: "r1") { id } nobody: patient(id: "nobody") { id } patients(ids: ["r1", "r2"]) { id } }';

  test('shows those for whom its label is permitted, and of nobody that there is nobody', async () => {
    desk.answer = { body: { permitted: { index: ['r2'] }, concealed: {} } };
    const { body } = await ask(query, { undetermined: ['index'] });
    expect(body.data).toEqual({ patient: null, nobody: null, patients: [null, { id: 'r2' }] });
    expect(body.errors?.map(({ path }) => path)).toEqual([['nobody'], ['patient'], ['patients', 0]]);
  });

  test('shows nothing of those who are concealed', async () => {
    desk.answer = { body: { permitted: { index: ['r2'] }, concealed: { index: ['r1'] } } };
    const { body } = await ask('{ patient(id: "r1") { id } patients(ids: ["r1", "r2"]) { id } }', {
      undetermined: ['index'],
    });
    expect(body).toEqual({ data: { patient: null, patients: [null, { id: 'r2' }] } });
  });

  test('by a search shows residents, and nothing of them that is not permitted', async () => {
    const { body } = await ask('{ find(name: "x") { total edges { node { id clinic { notes } } } } }', {
      permitted: ['search'],
    });
    expect(body.data).toEqual({ find: { total: 1, edges: [{ node: { id: 'r1', clinic: null } }] } });
  });
});

describe("an agency's own rules", () => {
  const opened: Guarded[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  const notes =
    '{ _entities(representations: [{ __typename: "Resident", id: "r1" }]) { ... on Resident { clinic { notes } } } }';
  const answerOf = async (
    own: Parameters<typeof clinic>[0],
    permitted: readonly string[],
  ): Promise<unknown> => {
    const one = await openGuarded(clinic(own).subgraph, {}, linkResidents as never);
    opened.push(one);
    const claims = { permitted, undetermined: [], concealed: [] };
    return (await post(one.url, signed(one.url, { query: notes, claims }))).body.data;
  };
  const all = ['clinic', 'notes'];

  test('withhold what the labels permit, and are told who asks', async () => {
    const forHousing = {
      Clinic: {
        notes: (_: unknown, __: unknown, { requester }: { requester: { agency: string } | null }) =>
          requester?.agency === 'housing',
      },
    };
    const forOthers = {
      Clinic: {
        notes: (_: unknown, __: unknown, { requester }: { requester: { agency: string } | null }) =>
          requester?.agency !== 'housing',
      },
    };
    expect(await answerOf(forHousing, all)).toEqual({ _entities: [{ clinic: { notes: 'notes on r1' } }] });
    expect(await answerOf(forOthers, all)).toEqual({ _entities: [{ clinic: { notes: null } }] });
  });

  test('show nothing that the labels do not permit', async () => {
    expect(await answerOf({ Clinic: { notes: () => true } }, ['clinic'])).toEqual({
      _entities: [{ clinic: { notes: null } }],
    });
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('out of order');
      },
    ],
    ['answers a promise of no', async () => false],
    ['answers what is merely true-like', () => 'yes'],
    ['answers nothing', () => undefined],
  ])('withhold where one %s', async (_what, rule) => {
    expect(await answerOf({ Clinic: { notes: rule } }, all)).toEqual({
      _entities: [{ clinic: { notes: null } }],
    });
  });

  test.each([
    ['an unknown field', { Clinic: { gone: () => true } }],
    ['an unknown type', { Gone: { notes: () => true } }],
    ['no rule at all', { Clinic: { notes: undefined } }],
  ])('that stand at %s are refused at the start', (_what, rules) => {
    expect(() => clinic(rules as never)).toThrow(/extraRules\./);
  });
});

describe('at the start', () => {
  test('a field that has no label and shows something is refused by name', () => {
    const schema = libraryDefinition.schema.replace(
      ': [String!] @category(policies: [["library-branch"]])',
      ': [String!]',
    );
    expect(() => defineSubgraph({ ...libraryDefinition, schema })).toThrow('Query.libraryBranches');
  });

  test('a label without a name permits nobody', async () => {
    const schema = libraryDefinition.schema.replace('[["library-branch"]]', '[[]]');
    const one = await openGuarded(defineSubgraph({ ...libraryDefinition, name: 'justice', schema }));
    const { body } = await post(one.url, signed(one.url, { query: '{ libraryBranches }' }));
    await one.close();
    expect(body.data).toEqual({ libraryBranches: null });
  });
});
