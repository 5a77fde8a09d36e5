import { describe, expect, test } from '@jest/globals';

import type { AgencyAnswer } from '../../fixtures/agency-server.ts';
import { sendJson } from '../../fixtures/agency-server.ts';
import { everything, referenceWorld, withoutBenefits } from './reference-world.ts';

const { log, run, runWith } = referenceWorld();

describe('when one agency fails, the rest of the answer stands and one error names it', () => {
  test.each<[string, AgencyAnswer, string]>([
    ['hangs', () => undefined, 'SUBGRAPH_TIMEOUT'],
    ['hangs up', (_, response) => void response.destroy(), 'SUBGRAPH_UNAVAILABLE'],
    [
      'says 503',
      (_, response) => void response.writeHead(503).end('db-7.internal:5432 down'),
      'SUBGRAPH_UNAVAILABLE',
    ],
    [
      'answers HTML',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'SUBGRAPH_ANSWER_INVALID',
    ],
    ['answers garbage', (_, response) => sendJson(response, '{"data":{"_enti'), 'SUBGRAPH_ANSWER_INVALID'],
    [
      'answers of another shape',
      (_, response) => sendJson(response, { data: { _entities: [{ benefits: 7 }] } }),
      'SUBGRAPH_ANSWER_INVALID',
    ],
    [
      'answers too few entities',
      (_, response) => sendJson(response, { data: { _entities: [] } }),
      'SUBGRAPH_ANSWER_INVALID',
    ],
    [
      'answers too deep',
      (_, response) => sendJson(response, `{"data":${'['.repeat(99)}${']'.repeat(99)}}`),
      'SUBGRAPH_ANSWER_INVALID',
    ],
    [
      'refuses the whole request',
      (_, response) => sendJson(response, { errors: [{ message: 'ECONNREFUSED 10.0.0.7:5432' }] }),
      'SUBGRAPH_ERROR',
    ],
    [
      'redirects',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'SUBGRAPH_ANSWER_INVALID',
    ],
  ])('that %s', async (_, answer, code) => {
    const { data, errors = [] } = await runWith('benefits', answer, everything);
    expect(data).toEqual(withoutBenefits);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { code, agency: 'benefits' } });
    expect(JSON.stringify(errors)).not.toMatch(/\d+\.\d+\.\d+\.\d+|:\d{4}|internal|ECONN|serviceName|stack/);
  });

  test('with the path of what is missing', async () => {
    const { errors } = await runWith('benefits', () => undefined, everything);
    expect(errors?.[0]?.path).toEqual(['resident', 'benefits']);
  });

  test('with the path of the list, for the members of a list', async () => {
    const { errors } = await runWith(
      'benefits',
      (_, response) => void response.destroy(),
      '{ residents(ids: ["r1", "r2"]) { name benefits { monthlyAmount } } }',
    );
    expect(errors).toMatchObject([{ path: ['residents'] }]);
  });

  test('with the path of the root field, when everything hangs on it', async () => {
    const { data, errors } = await runWith('people', (_, response) => void response.destroy(), everything);
    expect(data).toEqual({ resident: null });
    expect(errors).toMatchObject([
      { path: ['resident'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'people' } },
    ]);
  });

  test('and the next answer is whole again', async () => {
    await runWith('benefits', (_, response) => void response.destroy(), everything);
    expect((await run(everything)).errors).toBeUndefined();
  });
});

test('what an agency says of people is not logged when it fails either', () => {
  expect(log.lines).not.toHaveLength(0);
  expect(JSON.stringify(log.lines)).not.toMatch(/Quill|Fern|Mallory/);
});
