/** The load generator: the same for every contender. Told by messages what to send where, and for how long. */
import { HttpConnection, postRequest } from './http-connection.js';

process.on('message', (order) => {
  void run(order).then((result) => process.send(result));
});
process.on('disconnect', () => process.exit(0));

/** Keeps so many connections busy, each with one request at a time. */
async function run({ url, headers, body, connections, milliseconds }) {
  const target = new URL(url);
  const request = postRequest(target, headers, body);
  const times = [];
  const failures = [];
  const begun = performance.now();
  const end = begun + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, () => keepBusy({ target, request, end, times, failures })),
  );
  const seconds = (performance.now() - begun) / 1000;
  return {
    requests: times.length,
    seconds,
    ...percentiles(times),
    failures: failures.length,
    failure: failures[0],
  };
}

function keepBusy({ target, request, end, times, failures }) {
  return new Promise((resolve) => {
    const connection = new HttpConnection(target);
    const finish = () => {
      connection.close();
      resolve();
    };
    const next = () => {
      const sent = performance.now();
      if (sent >= end) return finish();
      connection.send(request, (error, answer) => {
        times.push(performance.now() - sent);
        if (error === null && answer.status === 200) return next();
        failures.push(error?.message ?? `HTTP ${answer.status}`);
        return error === null ? next() : finish();
      });
    };
    next();
  });
}

function percentiles(times) {
  const sorted = Float64Array.from(times).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
  return { p50: at(0.5), p99: at(0.99) };
}
