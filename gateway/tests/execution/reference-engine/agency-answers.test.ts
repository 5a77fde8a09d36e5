import { describe, expect, test } from '@jest/globals';

import { everything, referenceWorld, sends, withoutBenefits } from './reference-world.ts';

const { log, runWith } = referenceWorld();

describe('an answer', () => {
  test('cannot overwrite what other agencies said', async () => {
    const answer = sends({
      data: {
        _entities: [
          { __typename: 'Resident', benefits: null, name: 'Mallory', clinician: { name: 'Mallory' } },
        ],
      },
    });
    expect(await runWith('benefits', answer, everything)).toEqual({ data: withoutBenefits });
  });

  test('cannot reach prototypes', async () => {
    const answer = sends(
      '{"data":{"_entities":[{"benefits":null,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}}',
    );
    expect(await runWith('benefits', answer, everything)).toEqual({ data: withoutBenefits });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('with null where the schema says there is a value is an error and not a silence', async () => {
    const answer = sends({ data: { _entities: [{ benefits: { monthlyAmount: 1, cases: [null] } }] } });
    const { data, errors } = await runWith(
      'benefits',
      answer,
      '{ resident(id: "r1") { name benefits { monthlyAmount cases { number } } } }',
    );
    expect(data).toMatchObject({ resident: { name: 'Ada Quill' } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_ANSWER_INVALID' } }]);
  });
});

test('what an agency says of people is never logged', () => {
  expect(JSON.stringify(log.lines)).not.toMatch(/Quill|Fern|Mallory/);
});
