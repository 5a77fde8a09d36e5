import { describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';

import { failure } from '../../src/errors/index.ts';
import { sendJson, serveAgency } from '../fixtures/agency-server.ts';
import { recordingLog } from '../fixtures/recording-log.ts';
import { ask, codeOf, resilientClient } from './agencies.ts';

const healthy = { data: { a: 1 } };
const numbered = { data: { _entities: [7] } };
const refusal = { data: null, errors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT' } }] };

/** Asks one after the other and gives the codes. */
async function askInTurn(client: ReturnType<typeof resilientClient>, times: number): Promise<string[]> {
  const codes: string[] = [];
  // oxlint-disable-next-line no-await-in-loop
  for (let index = 0; index < times; index += 1) codes.push(codeOf(await ask(client)));
  return codes;
}

describe('the breaker of an agency', () => {
  const faults: readonly (readonly [string, string, (response: ServerResponse) => void])[] = [
    ['a status of 500', 'SUBGRAPH_UNAVAILABLE', (response) => void response.writeHead(500).end('no')],
    ['a status of 429', 'SUBGRAPH_UNAVAILABLE', (response) => void response.writeHead(429).end('no')],
    ['half a JSON text', 'SUBGRAPH_ANSWER_INVALID', (response) => sendJson(response, '{"data":')],
    ['an answer that is no GraphQL', 'SUBGRAPH_ANSWER_INVALID', (response) => sendJson(response, '[]')],
    ['entities that are none', 'SUBGRAPH_ANSWER_INVALID', (response) => sendJson(response, numbered)],
    ['a connection that breaks', 'SUBGRAPH_UNAVAILABLE', (response) => void response.destroy()],
    ['silence', 'SUBGRAPH_TIMEOUT', () => undefined],
  ];

  test.each(faults)('opens after failures in a row: %s', async (_, code, answer) => {
    await using agency = await serveAgency((_question, response) => answer(response));
    const client = resilientClient({ benefits: agency.url }, { timeoutMilliseconds: 300 });
    expect(await askInTurn(client, 5)).toEqual([
      code,
      code,
      code,
      'SUBGRAPH_UNAVAILABLE',
      'SUBGRAPH_UNAVAILABLE',
    ]);
    expect(agency.questions).toHaveLength(3);
  });

  test('opens when nothing listens at the address', async () => {
    const agency = await serveAgency((_, response) => sendJson(response, healthy));
    await agency[Symbol.asyncDispose]();
    const log = recordingLog();
    const client = resilientClient({ benefits: agency.url }, {}, log);
    expect(new Set(await askInTurn(client, 4))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
    expect(log.lines.filter(({ message }) => message.includes('left alone'))).toMatchObject([
      { level: 'warn', agency: 'benefits' },
    ]);
  });

  test("stays closed for errors of GraphQL: they are the question's, not the agency's", async () => {
    await using agency = await serveAgency((_, response) => sendJson(response, refusal));
    const client = resilientClient({ benefits: agency.url });
    expect(new Set(await askInTurn(client, 10))).toEqual(new Set(['answered']));
    expect(agency.questions).toHaveLength(10);
  });

  test('counts anew after each good answer', async () => {
    await using agency = await serveAgency((_, response) =>
      agency.questions.length % 3 === 0 ? sendJson(response, healthy) : sendJson(response, 'no', 500),
    );
    const client = resilientClient({ benefits: agency.url });
    await askInTurn(client, 12);
    expect(agency.questions).toHaveLength(12);
  });

  test('does not count what clients broke off', async () => {
    await using agency = await serveAgency(() => undefined);
    const client = resilientClient({ benefits: agency.url });
    const gone = async (): Promise<string> => {
      const controller = new AbortController();
      const answer = ask(client, { signal: controller.signal });
      controller.abort(failure('CLIENT_GONE'));
      return codeOf(await answer);
    };
    expect(await Promise.all(Array.from({ length: 6 }, gone))).toEqual(Array(6).fill('CLIENT_GONE'));
    const later = ask(client, { signal: AbortSignal.timeout(300) });
    expect(codeOf(await later)).toBe('SUBGRAPH_TIMEOUT');
  });

  test("is one agency's alone", async () => {
    await using broken = await serveAgency((_, response) => sendJson(response, 'no', 500));
    await using whole = await serveAgency((_, response) => sendJson(response, healthy));
    const client = resilientClient({ benefits: broken.url, housing: whole.url });
    await askInTurn(client, 5);
    expect(codeOf(await ask(client, { agency: 'housing' }))).toBe('answered');
  });

  test('closes by itself after the agency has healed, and stays open until then', async () => {
    const state = { isHealthy: false };
    await using agency = await serveAgency((_, response) =>
      state.isHealthy ? sendJson(response, healthy) : sendJson(response, 'no', 500),
    );
    const log = recordingLog();
    const client = resilientClient({ benefits: agency.url }, { breakerRestMilliseconds: 50 }, log);
    await askInTurn(client, 4);
    expect(agency.questions).toHaveLength(3);
    const failedProbe = log.when(({ code }) => code !== undefined && agency.questions.length > 3);
    while (agency.questions.length === 3) await askInTurn(client, 1);
    await failedProbe;
    state.isHealthy = true;
    const closed = log.when(({ message }) => message.includes('answers again'));
    while (codeOf(await ask(client)) !== 'answered');
    expect(await closed).toMatchObject({ level: 'info', agency: 'benefits' });
    expect(await askInTurn(client, 3)).toEqual(['answered', 'answered', 'answered']);
  });

  test('lets one probe through, and fails the others at once while it is under way', async () => {
    const held: ServerResponse[] = [];
    await using agency = await serveAgency((_, response) => {
      if (agency.questions.length > 3) held.push(response);
      else sendJson(response, 'no', 500);
    });
    const client = resilientClient({ benefits: agency.url }, { breakerRestMilliseconds: 1 });
    await askInTurn(client, 3);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const probe = ask(client);
    expect(await askInTurn(client, 3)).toEqual(Array(3).fill('SUBGRAPH_UNAVAILABLE'));
    while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    held.forEach((response) => sendJson(response, healthy));
    expect(codeOf(await probe)).toBe('answered');
    expect(agency.questions).toHaveLength(4);
  });
});

describe('the cap on fetches of an agency', () => {
  test('fails further fetches at once, and lets new ones in as earlier ones end', async () => {
    const held: ServerResponse[] = [];
    await using agency = await serveAgency((_, response) => void held.push(response));
    await using other = await serveAgency((_, response) => sendJson(response, healthy));
    const client = resilientClient({ benefits: agency.url, housing: other.url }, { maximumFetches: 2 });
    const waiting = [ask(client), ask(client)];
    expect(codeOf(await ask(client))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(codeOf(await ask(client, { agency: 'housing' }))).toBe('answered');
    while (held.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    held.splice(0).forEach((response) => sendJson(response, healthy));
    expect((await Promise.all(waiting)).map(codeOf)).toEqual(['answered', 'answered']);
    const next = ask(client);
    while (held.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    held.forEach((response) => sendJson(response, healthy));
    expect(codeOf(await next)).toBe('answered');
  });
});
