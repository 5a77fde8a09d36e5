import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';

import type { Executor, SubgraphClient } from '../../src/execution/index.ts';
import { createReferenceEngine, createSubgraphClient } from '../../src/execution/index.ts';
import { agencySchemas } from '../../src/supergraph/index.ts';
import type { AgencyAnswer, AgencyServer } from '../fixtures/agency-server.ts';
import { sendJson, serveAgency } from '../fixtures/agency-server.ts';
import { answersOf } from '../fixtures/people.ts';
import type { RecordingLog } from '../fixtures/recording-log.ts';
import { recordingLog } from '../fixtures/recording-log.ts';
import { threeAgencies } from '../fixtures/three-agencies.ts';

jest.setTimeout(60_000); // composing and loading the engine take their time on a busy machine

type Name = 'people' | 'benefits' | 'mental-health';

const names: readonly Name[] = ['people', 'benefits', 'mental-health'];
const log: RecordingLog = recordingLog();
const misbehaviour = new Map<Name, AgencyAnswer>();
const agencies = new Map<Name, AgencyServer>();
let client: SubgraphClient;
let engine: Executor;

beforeAll(async () => {
  const schemas = agencySchemas((await threeAgencies()).sdl);
  for (const name of names) {
    const well = answersOf(name, schemas.get(name)!);
    agencies.set(
      name,
      await serveAgency((question, response) => (misbehaviour.get(name) ?? well)(question, response)),
    );
  }
  const supergraph = await threeAgencies(
    Object.fromEntries([...agencies].map(([name, { url }]) => [name, url])),
  );
  const limits = {
    timeoutMilliseconds: 500,
    maximumAnswerBytes: 100_000,
    maximumAnswerDepth: 30,
    connections: 8,
  };
  client = createSubgraphClient({ agencies: supergraph.agencies, ...limits, log });
  engine = await createReferenceEngine({ supergraph, client, log });
});

afterAll(async () => {
  await engine.close();
  await client.close();
  for (const agency of agencies.values()) await agency[Symbol.asyncDispose]();
});

async function run(source: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
  const planned = await engine.plan({ document: parse(source), operationName: null, key: source });
  const result = await engine.execute(planned, {
    variables,
    requestId: 'q1',
    signal: new AbortController().signal,
  });
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}

async function runWith(name: Name, answer: AgencyAnswer, source: string): Promise<ExecutionResult> {
  misbehaviour.set(name, answer);
  try {
    return await run(source);
  } finally {
    misbehaviour.delete(name);
  }
}

const sends =
  (body: unknown): AgencyAnswer =>
  (_, response) =>
    sendJson(response, body);

const failsForTheLast: AgencyAnswer = ({ variables }, response) => {
  const representations = variables['representations'] as readonly unknown[];
  const last = representations.length - 1;
  sendJson(response, {
    data: { _entities: representations.map(() => ({ benefits: null })) },
    errors: [{ message: '', path: ['_entities', last, 'benefits'] }],
  });
};

const everything = `{
  resident(id: "r1") { id name household { name } benefits { monthlyAmount cases { number ... on FoodCase { people } } } appointments clinician { name } }
}`;

const withoutBenefits = {
  resident: {
    id: 'r1',
    name: 'Ada Quill',
    household: [{ name: 'Ben Quill' }],
    benefits: null,
    appointments: ['2026-02-03'],
    clinician: { name: 'Dr. Fern' },
  },
};

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
    const before = names.map((name) => agencies.get(name)?.questions.length ?? 0);
    await run(
      '{ residents(ids: ["r1", "r2", "r3"]) { name benefits { monthlyAmount } clinician { name } } }',
    );
    expect(
      names.map((name, index) => (agencies.get(name)?.questions.length ?? 0) - (before[index] ?? 0)),
    ).toEqual([1, 1, 1]);
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
      await engine.plan({ document, operationName: 'A', key: 'A' }),
      await engine.plan({ document, operationName: 'B', key: 'B' }),
    ];
    const results = await Promise.all(plans.map((plan) => engine.execute(plan, request)));
    expect(JSON.parse(JSON.stringify(results))).toEqual([
      { data: { resident: { name: 'Ada Quill' } } },
      { data: { resident: { name: 'Ben Quill' } } },
    ]);
  });

  test('that is not in the document is refused', async () => {
    const planning = engine.plan({
      document: parse('query A { residents(ids: []) { id } }'),
      operationName: 'B',
      key: 'k',
    });
    await expect(planning).rejects.toMatchObject({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });
});

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

test('a request that ends takes its fetches with it, and the result says why', async () => {
  const ending = new AbortController();
  misbehaviour.set('benefits', () => ending.abort());
  const planned = await engine.plan({ document: parse(everything), operationName: null, key: everything });
  const { errors } = await engine.execute(planned, { variables: {}, requestId: 'q1', signal: ending.signal });
  misbehaviour.delete('benefits');
  expect(errors).toContainEqual(
    expect.objectContaining({ extensions: { agency: 'benefits', code: 'DEADLINE_EXCEEDED' } }),
  );
});

test('what an agency says of people is never logged', () => {
  expect(JSON.stringify(log.lines)).not.toMatch(/Quill|Fern|Mallory/);
});
