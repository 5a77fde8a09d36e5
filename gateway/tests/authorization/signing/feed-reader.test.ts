import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import { agencySecret, createFeedReader } from '../../../src/authorization/signing/index.ts';

const shared = Buffer.alloc(32, 'a');
const foreign = Buffer.alloc(32, 'b');
const page = { entries: [{ resident: 'one' }], next: 'x.1', more: false };

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Answer {
  readonly status?: number;
  readonly text?: string;
  readonly key?: Buffer;
  /** Of whom it says that it is signed by. */
  readonly keyid?: string;
  /** The signature of the question that is answered. */
  readonly question?: string;
  /** What arrives, if it isn't what was signed. */
  readonly sent?: string;
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** The headers of an answer as subgraphs/kit/wire-contract/README.md says them. */
function signed({ status, text, key, keyid, question }: Required<Omit<Answer, 'sent'>>) {
  const digest = `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
  const params = `("@status" "content-digest" "signature";req);created=1;keyid="${keyid}";alg="hmac-sha256";tag="resident-graph-feed"`;
  const base = `"@status": ${status}\n"content-digest": ${digest}\n"signature";req: ${question}\n"@signature-params": ${params}`;
  const signature = createHmac('sha256', key).update(base).digest('base64');
  return {
    'content-digest': digest,
    'signature-input': `feed=${params}`,
    signature: `feed=:${signature}:`,
  };
}

/** Reads a feed of an index that answers so. */
async function readFrom(answer: Answer) {
  const server = createServer((request, response) => {
    const { status = 200, text = JSON.stringify(page), key = shared, ...given } = answer;
    const { question = String(request.headers['signature']), keyid = idOf(key), sent = text } = given;
    response.writeHead(status, signed({ status, text, key, keyid, question })).end(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  const read = createFeedReader({
    url: `http://127.0.0.1:${port}`,
    audience: 'residents',
    feed: 'merges',
    secrets: [agencySecret(shared.toString('base64'))],
    now: () => new Date(),
  });
  return read(null, new AbortController().signal);
}

describe('a feed', () => {
  test('is read from an answer that the peer signed to this very question', async () => {
    expect(await readFrom({})).toEqual(page);
  });

  test.each<readonly [string, Answer]>([
    ['of somebody else', { key: foreign }],
    ['of somebody else in the name of the peer', { key: foreign, keyid: idOf(shared) }],
    ['to another question', { question: 'feed=:another:' }],
    ['that was altered on the way', { sent: JSON.stringify({ ...page, next: 'x.2' }) }],
  ])('is not read from an answer %s', async (_, answer) => {
    await expect(readFrom(answer)).rejects.toThrow('did not sign');
  });

  test.each<readonly [string, Answer, string]>([
    ['refuses', { status: 403, text: '{}' }, 'status 403'],
    ['tells something else', { text: '{"entries":7}' }, 'something else'],
    ['tells too much', { text: ' '.repeat(17_000_000) }, 'too large'],
  ])('is not read from a peer who %s', async (_, answer, message) => {
    await expect(readFrom(answer)).rejects.toThrow(message);
  });
});
