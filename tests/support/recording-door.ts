import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
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
  const server = createServer((asking, answering) => {
    void handOn(asking, answering, target, asked);
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

/** As it came, the name of the door among its headers: what is signed is signed for the door. */
async function handOn(
  asking: IncomingMessage,
  answering: ServerResponse,
  target: string,
  asked: AskedRequest[],
): Promise<void> {
  const body = await bodyOf(asking);
  asked.push(JSON.parse(body) as AskedRequest);
  const { method, headers } = asking;
  const forwarded = request(target, { method, headers }, (answer) => {
    answering.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(answering);
  });
  forwarded.on('error', () => answering.destroy());
  forwarded.end(body);
}

async function bodyOf(asking: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of asking) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
