import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came to an agency's door. */
export interface AskedRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Stands before an agency: notes what it is asked and hands it on. */
export interface RecordingDoor {
  readonly url: string;
  readonly asked: AskedRequest[];
  readonly close: () => Promise<void>;
}

/** Opens a door before the address on a free loopback port. */
export async function openRecordingDoor(target: string): Promise<RecordingDoor> {
  const asked: AskedRequest[] = [];
  const server = createServer((request, response) => {
    void handOn(request, response, target, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/graphql`, asked, close };
}

async function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  asked: AskedRequest[],
): Promise<void> {
  const body = await bodyOf(request);
  asked.push(JSON.parse(body) as AskedRequest);
  const headers = { 'content-type': 'application/json', accept: request.headers.accept ?? '*/*' };
  const answer = await fetch(target, { method: 'POST', headers, body });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(await answer.text());
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
