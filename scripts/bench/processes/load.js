/** The load generator: the same for every contender. Told by messages what to send where, and for how long. */
import { HttpConnection, postRequest } from './http-connection.js';

process.on('message', (order) => {
  void run(order).then((result) => process.send(result));
});
process.on('disconnect', () => process.exit(0));

/**
 * Keeps so many connections busy, each with one request at a time. With a `rate`, in requests/s of all together,
 * each request has a time at which it is due, and its time counts from then: one that waits for the one before
 * it is late.
 */
async function run({ url, headers, body, connections, milliseconds, rate = null }) {
  const target = new URL(url);
  const request = postRequest(target, headers, body);
  const times = [];
  const failures = [];
  const begun = performance.now();
  const end = begun + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, (_, index) =>
      keepBusy({ target, request, end, times, failures, due: dueTimes({ begun, index, connections, rate }) }),
    ),
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

/** When each request of a connection is due; at once, if there is no rate. */
function dueTimes({ begun, index, connections, rate }) {
  if (rate === null) return () => performance.now();
  const between = (1000 * connections) / rate;
  let next = begun + (between * index) / connections;
  return () => {
    const due = next;
    next += between;
    return due;
  };
}

function keepBusy({ target, request, end, times, failures, due }) {
  return new Promise((resolve) => {
    const connection = new HttpConnection(target);
    const finish = () => {
      connection.close();
      resolve();
    };
    const next = () => {
      const from = due();
      const early = from - performance.now();
      if (from >= end) return finish();
      return early > 1 ? setTimeout(send, early, from) : send(from);
    };
    const send = (from) => {
      connection.send(request, (error, answer) => {
        times.push(performance.now() - from);
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
