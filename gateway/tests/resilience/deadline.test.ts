import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { createGateway, loadConfig } from '../../src/index.ts';
import { agencySchemas } from '../../src/supergraph/index.ts';
import type { AgencyAnswer, AgencyServer } from '../fixtures/agency-server.ts';
import { serveAgency } from '../fixtures/agency-server.ts';
import { answersOf } from '../fixtures/people.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { threeAgencies } from '../fixtures/three-agencies.ts';
import { fakeSource } from '../world/fake-engine.ts';
import { audience, identityProvider, issuer } from '../world/tokens.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

const names = ['people', 'benefits', 'mental-health'] as const;
const hangs: AgencyAnswer = () => undefined;
const misbehaviour = new Map<string, AgencyAnswer>();
const agencies = new Map<string, AgencyServer>();
const query = '{ resident(id: "r1") { name benefits { monthlyAmount } appointments } }';

beforeAll(async () => {
  const schemas = agencySchemas((await threeAgencies()).sdl);
  for (const name of names) {
    const well = answersOf(name, schemas.get(name)!);
    const answer: AgencyAnswer = (question, response) => (misbehaviour.get(name) ?? well)(question, response);
    agencies.set(name, await serveAgency(answer));
  }
});

afterAll(async () => {
  for (const agency of agencies.values()) await agency[Symbol.asyncDispose]();
});

/** What a gateway over the three agencies answers when a request has a second altogether. */
async function answerInTime(engine: string): Promise<{ status: number; body: unknown }> {
  const supergraph = await threeAgencies(
    Object.fromEntries([...agencies].map(([name, { url }]) => [name, url])),
  );
  const identity = await identityProvider();
  const decision = loadConfig({
    flags: {
      'http.port': '0',
      'http.deadlineMilliseconds': '1500',
      'subgraphs.timeoutMilliseconds': '600000',
      'execution.engine': engine,
      'authentication.issuer': issuer,
      'authorization.enforce': 'false',
      'authentication.audience': audience,
      'authentication.jwksFile': identity.keysFile,
    },
  });
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.problems));
  const gateway = createGateway(decision.config, {
    log: silentLog,
    openSource: async () => fakeSource(supergraph),
  });
  const { url } = await gateway.start();
  const headers = { authorization: `Bearer ${await identity.token()}`, 'content-type': 'application/json' };
  const ask = () => fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const response = await ask();
  const answer = { status: response.status, body: await response.json() };
  await gateway.stop();
  return answer;
}

describe.each(['compiled', 'reference'])('at the deadline of a request, on the %s engine', (engine) => {
  test('what an agency has not answered is its SUBGRAPH_TIMEOUT, and the rest stands', async () => {
    misbehaviour.set('benefits', hangs);
    expect(await answerInTime(engine)).toEqual({
      status: 200,
      body: {
        data: { resident: { name: 'Ada Quill', benefits: null, appointments: ['2026-02-03'] } },
        errors: [
          expect.objectContaining({
            path: ['resident', 'benefits'],
            extensions: { code: 'SUBGRAPH_TIMEOUT', agency: 'benefits' },
          }),
        ],
      },
    });
    misbehaviour.clear();
  });

  test('what would have been asked after an agency that hangs is not asked', async () => {
    misbehaviour.set('people', hangs);
    const before = agencies.get('benefits')?.questions.length;
    expect(await answerInTime(engine)).toMatchObject({
      status: 200,
      body: {
        data: { resident: null },
        errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT', agency: 'people' } }],
      },
    });
    expect(agencies.get('benefits')?.questions).toHaveLength(before ?? 0);
    misbehaviour.clear();
  });
});
