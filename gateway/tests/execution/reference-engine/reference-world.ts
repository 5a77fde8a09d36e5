import { afterAll, beforeAll, jest } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';

import type { Executor } from '../../../src/execution/index.ts';
import { createReferenceEngine, createSubgraphClient } from '../../../src/execution/index.ts';
import { agencySchemas } from '../../../src/supergraph/index.ts';
import type { AgencyAnswer, AgencyServer } from '../../fixtures/agency-server.ts';
import { sendJson, serveAgency } from '../../fixtures/agency-server.ts';
import { answersOf } from '../../fixtures/people.ts';
import type { RecordingLog } from '../../fixtures/recording-log.ts';
import { recordingLog } from '../../fixtures/recording-log.ts';
import { threeAgencies } from '../../fixtures/three-agencies.ts';

jest.setTimeout(60_000); // composing and loading the engine take their time on a busy machine

/** The reference engine over three agencies, from before a file's tests until after them. */
export interface ReferenceWorld {
  readonly log: RecordingLog;
  readonly plan: Executor['plan'];
  readonly execute: Executor['execute'];
  /** Runs the only operation of a document. */
  readonly run: (source: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;
  /** Runs it while one agency answers otherwise than well. */
  readonly runWith: (name: string, answer: AgencyAnswer, source: string) => Promise<ExecutionResult>;
  /** Runs something else meanwhile. */
  readonly meanwhile: <Result>(
    name: string,
    answer: AgencyAnswer,
    work: () => Promise<Result>,
  ) => Promise<Result>;
  /** How often each agency was asked so far. */
  readonly timesAsked: () => readonly number[];
}

/** Serves the agencies and opens the engine for the tests of a file. */
export function referenceWorld(): ReferenceWorld {
  const log = recordingLog();
  const misbehaviour = new Map<string, AgencyAnswer>();
  const agencies = new Map<string, AgencyServer>();
  const closers: (() => Promise<void>)[] = [];
  let engine: Executor;

  beforeAll(async () => {
    for (const [name, schema] of agencySchemas((await threeAgencies()).sdl)) {
      const well = answersOf(name, schema);
      const answer: AgencyAnswer = (question, response) =>
        (misbehaviour.get(name) ?? well)(question, response);
      agencies.set(name, await serveAgency(answer));
    }
    const urls = Object.fromEntries([...agencies].map(([name, { url }]) => [name, url]));
    const supergraph = await threeAgencies(urls);
    const client = createSubgraphClient({ agencies: supergraph.agencies, ...limits, log });
    engine = await createReferenceEngine({ supergraph, client, log });
    closers.push(
      () => engine.close(),
      () => client.close(),
    );
  });

  afterAll(async () => {
    for (const close of closers) await close();
    for (const agency of agencies.values()) await agency[Symbol.asyncDispose]();
  });

  const run: ReferenceWorld['run'] = async (source, variables = {}) => {
    const planned = await engine.plan({ document: parse(source), operationName: null, key: source });
    const { signal } = new AbortController();
    return JSON.parse(
      JSON.stringify(await engine.execute(planned, { variables, requestId: 'q1', signal })),
    ) as ExecutionResult;
  };
  const meanwhile: ReferenceWorld['meanwhile'] = async (name, answer, work) => {
    misbehaviour.set(name, answer);
    try {
      return await work();
    } finally {
      misbehaviour.delete(name);
    }
  };
  return {
    log,
    run,
    meanwhile,
    runWith: (name, answer, source) => meanwhile(name, answer, () => run(source)),
    plan: (operation) => engine.plan(operation),
    execute: (planned, request) => engine.execute(planned, request),
    timesAsked: () => [...agencies.values()].map(({ questions }) => questions.length),
  };
}

const limits = {
  timeoutMilliseconds: 500,
  maximumAnswerBytes: 100_000,
  maximumAnswerDepth: 30,
  connections: 8,
  transport: 'minimal' as const,
};

/** An agency that sends a body. */
export const sends =
  (body: unknown): AgencyAnswer =>
  (_, response) =>
    sendJson(response, body);

/** Asks every agency about one resident. */
export const everything = `{
  resident(id: "r1") { id name household { name } benefits { monthlyAmount cases { number ... on FoodCase { people } } } appointments clinician { name } }
}`;

/** What is left of it without the agency of benefits. */
export const withoutBenefits = {
  resident: {
    id: 'r1',
    name: 'Ada Quill',
    household: [{ name: 'Ben Quill' }],
    benefits: null,
    appointments: ['2026-02-03'],
    clinician: { name: 'Dr. Fern' },
  },
};
