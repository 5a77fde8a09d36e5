import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';

import { beforeEach, describe, expect, test } from '@jest/globals';

import {
  createDecideForResidents,
  createDecisionEndpoint,
} from '../../../src/authorization/signing/index.ts';
import type { DecisionQuestion } from '../../../src/authorization/signing/index.ts';
import type { Policy } from '../../../src/authorization/policy/index.ts';
import { caller, categoriesOf, contextOf } from './requester.ts';
import { keys, secrets, vectors } from './vectors.ts';
import type { RequestVector } from './vectors.ts';

const now = (): Date => new Date(vectors.at);
const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const asked: DecisionQuestion[] = [];
beforeEach(() => void asked.splice(0));

const answered = { permitted: { 'custody-record': ['r1'] }, concealed: { 'custody-record': [] } };

function endpoint(decide = async (one: DecisionQuestion) => (asked.push(one), answered)) {
  return createDecisionEndpoint({ keys, secrets, categoriesOf, decide, now, log });
}

function sent({ method, targetUri, headers, body }: RequestVector) {
  return { method, targetUri, headers, body: Buffer.from(body) };
}

/** A question as an agency signs it. */
function question(content: unknown, secret = vectors.secret): RequestVector {
  const targetUri = 'http://127.0.0.1:4000/decisions';
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const key = Buffer.from(secret, 'base64');
  const keyid = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const created = now().getTime() / 1000;
  const params = `("@method" "@target-uri" "content-digest");created=${created};nonce="${randomUUID()}";keyid="${keyid}";alg="hmac-sha256";tag="resident-graph-decisions"`;
  const base = `"@method": POST\n"@target-uri": ${targetUri}\n"content-digest": ${digest}\n"@signature-params": ${params}`;
  const signature = createHmac('sha256', key).update(base).digest('base64');
  const headers = {
    'content-digest': digest,
    'signature-input': `subgraph=${params}`,
    signature: `subgraph=:${signature}:`,
  };
  return { name: '', method: 'POST', targetUri, headers, body, accepted: true };
}

const contextToken = vectors.requests[0]?.headers['resident-graph-context'] ?? '';
const usual = { contextToken, categories: ['custody-record'], residents: ['r1', 'r2'] };

describe('a question of the wire contract', () => {
  test.each(vectors.questions)('$name is taken as it should be', async (vector) => {
    const { status } = await endpoint().answer(sent(vector));
    expect(status).toBe(vector.accepted ? 200 : 401);
    expect(asked).toHaveLength(vector.accepted ? 1 : 0);
  });

  test('is answered once', async () => {
    const desk = endpoint();
    const same = sent(question(usual));
    const statuses = await Promise.all([desk.answer(same), desk.answer(same), desk.answer(same)]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 401, 401]);
  });
});

function holdUp(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe('an answer', () => {
  test('is that of the caller, the purpose and the residents of the question', async () => {
    const { body } = await endpoint().answer(sent(question(usual)));
    expect(JSON.parse(body)).toEqual(answered);
    expect(asked).toEqual([
      {
        caller,
        purposeOfUse: 'HOUSING_PLACEMENT',
        categories: ['custody-record'],
        residents: ['r1', 'r2'],
      } satisfies DecisionQuestion,
    ]);
  });

  test.each([
    ['another agency owns', 'snap'],
    ['nobody owns', 'never-heard-of'],
    ['is denied whoever the resident is', 'sealed-record'],
    ['is permitted whoever the resident is', 'court-record'],
    ['is a prototype’s name', '__proto__'],
  ])('says nothing of a category that %s', async (_what, category) => {
    await endpoint().answer(sent(question({ ...usual, categories: [category, 'custody-record'] })));
    expect(asked.map(({ categories }) => categories)).toEqual([['custody-record']]);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', {}],
    ['no residents', { ...usual, residents: [] }],
    ['a resident that is no text', { ...usual, residents: [7] }],
    [
      'more than 1000 residents',
      { ...usual, residents: Array.from({ length: 1001 }, (_, index) => `${index}`) },
    ],
    [
      'more than 200 categories',
      { ...usual, categories: Array.from({ length: 201 }, (_, index) => `c${index}`) },
    ],
    ['something that nobody knows', { ...usual, other: 1 }],
  ])('is refused to a question with %s', async (_what, content) => {
    expect(await endpoint().answer(sent(question(content)))).toMatchObject({ status: 400 });
    expect(asked).toEqual([]);
  });

  test('is 503 and permits nothing where it cannot be decided', async () => {
    const desk = endpoint(async () => {
      throw new Error('no database');
    });
    const { status, body } = await desk.answer(sent(question(usual)));
    expect([status, body]).toEqual([503, expect.not.stringContaining('database')]);
  });

  test('is refused to an agency that asks too much at a time, and to no other', async () => {
    const { signal, abort } = holdUp();
    const desk = endpoint(async () => {
      if (!signal.aborted) await once(signal, 'abort');
      return answered;
    });
    const many = Array.from({ length: 32 }, () => desk.answer(sent(question(usual))));
    expect(await desk.answer(sent(question(usual)))).toMatchObject({ status: 429 });
    // Another agency comes as far as its own token.
    expect(await desk.answer(sent(question(usual, vectors.otherSecret)))).toMatchObject({ status: 401 });
    abort();
    expect((await Promise.all(many)).map(({ status }) => status)).toEqual(many.map(() => 200));
    expect(await desk.answer(sent(question(usual)))).toMatchObject({ status: 200 });
  });
});

describe('a decision', () => {
  const verdicts: Readonly<Record<string, 'permit' | 'deny' | 'conceal'>> = {
    r1: 'permit',
    r2: 'deny',
    r3: 'conceal',
  };
  const { table } = contextOf();
  const decisionOf = (id: string) => {
    const kind = verdicts[id] === 'permit' ? 'permit' : 'deny';
    return { kind, isConcealed: verdicts[id] === 'conceal' } as never;
  };
  const policy: Policy = {
    epoch: 7,
    digest: 'd',
    categoriesOf: () => [],
    declarations: [],
    tableFor: () => ({
      ...table,
      forResident: ({ residentId }) => ({
        ofField: () => decisionOf(residentId),
        ofCategory: () => decisionOf(residentId),
      }),
    }),
  };
  const asking = {
    caller,
    purposeOfUse: null,
    categories: ['custody-record'],
    residents: ['r1', 'r2', 'r3', 'r4'],
  };

  test('is taken with one query of the facts, and denied for whoever they say nothing of', async () => {
    const queried: unknown[] = [];
    const factsOf = async (residents: readonly string[]) => {
      queried.push(residents);
      return new Map(['r1', 'r2', 'r3'].map((id) => [id, { residentId: id } as never]));
    };
    const decide = createDecideForResidents({ policy: () => policy, facts: { factsOf }, now });
    expect(await decide(asking)).toEqual({
      permitted: { 'custody-record': ['r1'] },
      concealed: { 'custody-record': ['r3'] },
    });
    expect(queried).toEqual([asking.residents]);
  });
});
