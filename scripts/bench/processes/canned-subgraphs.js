/**
 * The subgraphs of all contenders. What has been asked before is answered from memory; what has not is asked of
 * the real subgraph behind, once, which also refuses a request that is wrong.
 *
 * Messages: `{ kind: 'serve', subgraphs: [{ name, port, origin }] }`, `{ kind: 'record' }` from when each fetch is
 * noted with its level, `{ kind: 'recorded' }` which asks for the notes, and `{ kind: 'count' }` which asks how many
 * requests there have been. Each is answered by one message.
 */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** So long that all fetches of one level have been sent before the first of them is answered. */
const recordingDelayMilliseconds = 100;

let recording = null;
let requests = 0;

process.on('message', (order) => {
  void obey(order).then((answer) => process.send(answer));
});
process.on('disconnect', () => process.exit(0));

async function obey({ kind, subgraphs }) {
  if (kind === 'serve') await Promise.all(subgraphs.map(serve));
  if (kind === 'record') recording = { fetches: [], answeredLevel: -1 };
  if (kind !== 'recorded') return { requests };
  const { fetches } = recording;
  recording = null;
  return { fetches };
}

function serve({ port, origin }) {
  const answers = new Map();
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      requests += 1;
      const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      const known = recording === null ? answers.get(body.latin1Slice()) : undefined;
      if (known === undefined) void learn({ port, origin, answers, request, body, response });
      else send(response, known);
    });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

function send(response, answer) {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
}

async function learn({ port, origin, answers, request, body, response }) {
  const level = recording && noted(port, body);
  const { status, bytes } = await asked(origin, request, body);
  if (status !== 200) return response.writeHead(status).end(bytes);
  answers.set(body.latin1Slice(), bytes);
  if (level !== null) await answeredTogether(level);
  return send(response, bytes);
}

function noted(port, body) {
  const level = recording.answeredLevel + 1;
  recording.fetches.push({ level, port, body: body.toString() });
  return level;
}

async function answeredTogether(level) {
  await pause(recordingDelayMilliseconds);
  if (recording !== null) recording.answeredLevel = Math.max(recording.answeredLevel, level);
}

async function asked(origin, { method, headers }, body) {
  const init = { method, headers: { 'content-type': headers['content-type'] }, body };
  const answer = await fetch(origin, method === 'POST' ? init : { method });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}
