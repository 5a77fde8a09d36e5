import { describe, expect, test } from '@jest/globals';

import type { AgencyAnswer } from '../../fixtures/agency-server.ts';
import { sendJson } from '../../fixtures/agency-server.ts';
import { everything, referenceWorld, sends, withoutBenefits } from './reference-world.ts';

const { runWith } = referenceWorld();

const failsForTheLast: AgencyAnswer = ({ variables }, response) => {
  const representations = variables['representations'] as readonly unknown[];
  const last = representations.length - 1;
  sendJson(response, {
    data: { _entities: representations.map(() => ({ benefits: null })) },
    errors: [{ message: '', path: ['_entities', last, 'benefits'] }],
  });
};

describe('an error in an agency’s answer', () => {
  const badNumber = {
    message: 'The number has digits only.',
    path: ['_entities', 0, 'benefits'],
    extensions: { code: 'BAD_USER_INPUT', stacktrace: ['x'] },
  };

  test('passes with its own words if it speaks of the client’s input', async () => {
    const { data, errors } = await runWith(
      'benefits',
      (_, response) => sendJson(response, { data: { _entities: [{ benefits: null }] }, errors: [badNumber] }),
      everything,
    );
    expect(data).toEqual(withoutBenefits);
    expect(errors).toEqual([
      {
        message: 'The number has digits only.',
        path: ['resident', 'benefits'],
        extensions: { code: 'BAD_USER_INPUT', agency: 'benefits' },
      },
    ]);
  });

  test.each([
    ['any other code', { ...badNumber, extensions: { code: 'ER_DUP_ENTRY' } }, 'SUBGRAPH_ERROR'],
    ['a code of the gateway', { ...badNumber, extensions: { code: 'UNAUTHENTICATED' } }, 'SUBGRAPH_ERROR'],
    ['no code', { ...badNumber, extensions: {} }, 'SUBGRAPH_ERROR'],
    [
      'its database gone',
      { ...badNumber, extensions: { code: 'DATABASE_UNAVAILABLE' } },
      'SUBGRAPH_UNAVAILABLE',
    ],
    ['its database slow', { ...badNumber, extensions: { code: 'DATABASE_TIMEOUT' } }, 'SUBGRAPH_TIMEOUT'],
  ])('is in the catalogue’s words with %s', async (_, error, code) => {
    const { errors } = await runWith(
      'benefits',
      (__, response) => sendJson(response, { data: { _entities: [{ benefits: null }] }, errors: [error] }),
      everything,
    );
    expect(errors).toMatchObject([
      { extensions: { code, agency: 'benefits' }, path: ['resident', 'benefits'] },
    ]);
    expect(JSON.stringify(errors)).not.toContain('digits only');
  });

  test.each([
    'see http://db.internal/',
    'at 10.1.2.3',
    'db-7:5432 refused',
    '/var/lib/secret/file',
    'two\nlines',
    'x'.repeat(301),
  ])('loses words that look like addresses or go on: %j', async (message) => {
    const { errors } = await runWith(
      'benefits',
      (_, response) =>
        sendJson(response, {
          data: { _entities: [{ benefits: null }] },
          errors: [{ ...badNumber, message }],
        }),
      everything,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(errors)).not.toContain(JSON.stringify(message).slice(1, -1));
  });

  test('keeps the index of the resident that it concerns', async () => {
    const answer = sends({
      data: { _entities: [{ benefits: { monthlyAmount: 1 } }, { benefits: null }, { benefits: null }] },
      errors: [{ ...badNumber, path: ['_entities', 1, 'benefits'] }],
    });
    const { errors } = await runWith(
      'benefits',
      answer,
      '{ residents(ids: ["r1", "r2", "r3"]) { benefits { monthlyAmount } } }',
    );
    expect(errors).toMatchObject([{ path: ['residents', 1, 'benefits'] }]);
  });

  test('keeps the right index behind residents that do not exist', async () => {
    const { errors } = await runWith(
      'benefits',
      failsForTheLast,
      '{ residents(ids: ["r9", "r2"]) { benefits { monthlyAmount } } }',
    );
    expect(errors).toMatchObject([{ path: ['residents', 1, 'benefits'] }]);
  });

  test('has no path that the operation does not have', async () => {
    const answer = sends({
      data: { _entities: [{ benefits: null }] },
      errors: [{ ...badNumber, path: ['_entities', 0, 'db-7.internal'] }],
    });
    expect(JSON.stringify(await runWith('benefits', answer, everything))).not.toContain('db-7');
  });
});
