import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Question {
  readonly contextToken: string;
  readonly categories: readonly string[];
  readonly residents: readonly string[];
}

/** A gateway's decision endpoint in the tests' hands. */
export interface DecisionDesk {
  readonly url: string;
  readonly questions: Question[];
  /** What it answers; it answers nobody until it is told what. */
  answer: { readonly status?: number; readonly body: unknown };
  readonly close: () => Promise<void>;
}

export async function openDecisionDesk(): Promise<DecisionDesk> {
  const questions: Question[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    questions.push(JSON.parse(await textOf(request)) as Question);
    const { status = 200, body } = desk.answer;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const desk: DecisionDesk = {
    url: `http://127.0.0.1:${port}/decisions`,
    questions,
    answer: { body: { permitted: {}, concealed: {} } },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return desk;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}
