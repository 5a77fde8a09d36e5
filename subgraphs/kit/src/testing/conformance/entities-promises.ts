import { expect, test } from '@jest/globals';

import { representationOf } from './seeded.ts';
import type { Seeded } from './seeded.ts';

const query = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Resident { id } }
}`;

/** Ids that nobody has, and one that no database stores. */
const unknown = ['a-resident-that-nobody-knows', 'a\0b', '', 7];

/** Representations of which each fails in its own way. */
const malformed: readonly unknown[] = [
  { id: 'no-typename' },
  { __typename: 'NoTypeOfThisSubgraph', id: '1' },
  { __typename: 'constructor', id: '1' },
  { __typename: 'Resident' },
  { __typename: 'Resident', id: null },
  { __typename: 'Resident', id: ['a list'] },
  { __typename: 'Resident', id: { an: 'object' } },
  { __typename: 7, id: '1' },
  'a text',
  7,
  [],
  null,
];

/** What `_entities` promises to a gateway. */
export function entitiesPromises(subject: () => Seeded): void {
  const answerTo = (representations: readonly unknown[]): ReturnType<Seeded['entities']> =>
    subject().entities(query, representations);

  test('entities are answered in the order of their representations', async () => {
    const ids = subject().residentIds.toReversed();
    const { entities, errors } = await answerTo(ids.map(representationOf));
    expect(errors).toEqual([]);
    expect(entities).toEqual(ids.map((id) => ({ __typename: 'Resident', id })));
  });

  test.each(unknown)('the resident %j, who is not known, is null without an error', async (id) => {
    const [known = ''] = subject().residentIds;
    const { entities, errors } = await answerTo([{ __typename: 'Resident', id }, representationOf(known)]);
    expect(errors).toEqual([]);
    expect(entities).toEqual([null, { __typename: 'Resident', id: known }]);
  });

  test('a representation that is repeated is answered each time', async () => {
    const [first = '', second = ''] = subject().residentIds;
    const { entities } = await answerTo([first, second, first, first].map(representationOf));
    expect(entities.map((entity) => entity?.['id'])).toEqual([first, second, first, first]);
  });

  test('no representations are no entities', async () => {
    expect(await answerTo([])).toEqual({ entities: [], errors: [] });
  });

  test.each(malformed)('the malformed representation %j fails alone at its index', async (one) => {
    const [first = '', second = ''] = subject().residentIds;
    const { entities, errors } = await answerTo([representationOf(first), one, representationOf(second)]);
    expect(entities.map((entity) => entity?.['id'])).toEqual([first, undefined, second]);
    expect(errors).toEqual([
      expect.objectContaining({ path: ['_entities', 1], extensions: { code: 'BAD_REPRESENTATION' } }),
    ]);
  });

  test('several malformed representations fail each at its own index', async () => {
    const { entities, errors } = await answerTo(malformed);
    expect(entities).toEqual(malformed.map(() => null));
    expect(errors.map(({ path }) => path?.[1])).toEqual(malformed.map((_, index) => index));
  });
}
