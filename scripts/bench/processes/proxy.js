/**
 * The limit: makes the same fetches as our gateway, in the same order and with the same bodies, and answers with
 * the same bytes, all of it without looking at anything.
 *
 * Arguments: the port, the file with `{ levels: [[{ url, body }]], answer }`, and `undici` or `net`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, planFile, client] = process.argv.slice(2);
const { levels, answer } = JSON.parse(readFileSync(planFile, 'utf8'));
const bytes = Buffer.from(answer);
const { fetchOf } = await import(client === 'net' ? './net-fetch.js' : './undici-fetch.js');
const steps = levels.map((fetches) => fetches.map(fetchOf));

const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  request.resume();
  request.on('end', () => void fetchAll().then(() => answerTo(response)));
});
server.listen(Number(port), '127.0.0.1');

async function fetchAll() {
  for (const step of steps) {
    // The next level needs what this one brings.
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(step.map((send) => send()));
  }
}

function answerTo(response) {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}
