import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import { everything, referenceWorld, withoutBenefits } from './reference-world.ts';

const { execute, meanwhile, plan, run, timesAsked } = referenceWorld();

describe('an operation over several agencies', () => {
  test('is answered as one', async () => {
    expect(await run(everything)).toEqual({
      data: {
        resident: {
          ...withoutBenefits.resident,
          benefits: { monthlyAmount: 291.5, cases: [{ number: 'F-1', people: 2 }, { number: 'H-1' }] },
        },
      },
    });
  });

  test('asks each agency once, however many residents there are', async () => {
    const before = timesAsked();
    await run(
      '{ residents(ids: ["r1", "r2", "r3"]) { name benefits { monthlyAmount } clinician { name } } }',
    );
    expect(timesAsked().map((times, index) => times - (before[index] ?? 0))).toEqual([1, 1, 1]);
  });

  test('keeps aliases apart, whatever their names', async () => {
    const source =
      '{ one: resident(id: "r1") { constructor: name __proto__: name a: benefits { x: monthlyAmount } } }';
    const { data } = await run(source);
    expect(Object.entries(data?.['one'] ?? {})).toEqual([
      ['constructor', 'Ada Quill'],
      ['__proto__', 'Ada Quill'],
      ['a', { x: 291.5 }],
    ]);
  });

  test('takes variables, and conditions on them', async () => {
    const source =
      'query Q($id: ID!, $full: Boolean!) { resident(id: $id) { name clinician @include(if: $full) { name } } }';
    expect(await run(source, { id: 'r1', full: false })).toEqual({
      data: { resident: { name: 'Ada Quill' } },
    });
    expect(await run(source, { id: 'r1', full: true })).toEqual({
      data: { resident: { name: 'Ada Quill', clinician: { name: 'Dr. Fern' } } },
    });
  });

  test('is null without an error where there is nobody', async () => {
    expect(await run('{ resident(id: "r9") { name benefits { monthlyAmount } } }')).toEqual({
      data: { resident: null },
    });
  });

  test('of a document with several is the one that was named', async () => {
    const document = parse('query A { resident(id: "r1") { name } } query B { resident(id: "r2") { name } }');
    const request = { variables: {}, requestId: 'q1', signal: new AbortController().signal };
    const plans = [
      await plan({ document, operationName: 'A', key: 'A' }),
      await plan({ document, operationName: 'B', key: 'B' }),
    ];
    const results = await Promise.all(plans.map((planned) => execute(planned, request)));
    expect(JSON.parse(JSON.stringify(results))).toEqual([
      { data: { resident: { name: 'Ada Quill' } } },
      { data: { resident: { name: 'Ben Quill' } } },
    ]);
  });

  test('that is not in the document is refused', async () => {
    const planning = plan({
      document: parse('query A { residents(ids: []) { id } }'),
      operationName: 'B',
      key: 'k',
    });
    await expect(planning).rejects.toMatchObject({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });
});

test('a request that ends takes its fetches with it, and the result says why', async () => {
  const ending = new AbortController();
  const planned = await plan({ document: parse(everything), operationName: null, key: everything });
  const request = { variables: {}, requestId: 'q1', signal: ending.signal };
  const { errors } = await meanwhile(
    'benefits',
    () => ending.abort(),
    () => execute(planned, request),
  );
  expect(errors).toContainEqual(
    expect.objectContaining({ extensions: { agency: 'benefits', code: 'DEADLINE_EXCEEDED' } }),
  );
});
