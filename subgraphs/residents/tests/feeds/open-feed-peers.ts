import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readFeedPeers } from '@resident-graph/subgraph-kit';
import type { FeedPeer } from '@resident-graph/subgraph-kit';

/** What was answered, as it crossed the wire. */
interface CrossedAnswer {
  readonly status: number;
  readonly body: string;
}

/** A door before an agency that takes notes of what the agency answers. */
export interface WatchedAgency {
  readonly url: string;
  readonly answers: readonly CrossedAnswer[];
  readonly close: () => Promise<void>;
}

/** Peers as their file names them; the secret of each is made of its letter. */
export async function peersOf(
  named: Readonly<Record<string, { readonly letter: string; readonly url?: string }>>,
): Promise<readonly FeedPeer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'feed-peers-'));
  const file = join(folder, 'peers.json');
  const peers = Object.entries(named).map(([name, { letter, url }]) => {
    return [name, { url, secret: Buffer.alloc(32, letter).toString('base64') }];
  });
  await writeFile(file, JSON.stringify(Object.fromEntries(peers)));
  const read = await readFeedPeers(file);
  await rm(folder, { recursive: true });
  return read;
}

export async function watch(agency: string): Promise<WatchedAgency> {
  const answers: CrossedAnswer[] = [];
  const { port } = new URL(agency);
  const server = createServer((asked, answered) => {
    const { method, url: path, headers } = asked;
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      void textOf(answer).then((body) => {
        answers.push({ status: answer.statusCode ?? 0, body });
        answered.writeHead(answer.statusCode ?? 0, answer.headers).end(body);
      });
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, answers, close: () => closed(server) };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
