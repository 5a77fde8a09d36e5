import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import type { Logger } from '../logger.ts';
import { families } from './families.ts';

/** Where metrics are served. */
export interface MetricsOptions {
  readonly host: string;
  /** The first of as many ports as there may be processes: each serves its own figures on one of its own. */
  readonly port: number;
  readonly processes: number;
  readonly log: Logger;
}

/** Metrics that are being served. */
export interface ServedMetrics {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves what this process has done at `/metrics`, in the text format of Prometheus, on a port apart from that of
 * requests.
 *
 * @throws if none of the ports is free
 */
export async function serveMetrics(options: MetricsOptions): Promise<ServedMetrics> {
  const write = await openWriter();
  const server = createServer(({ method, url }, response) => {
    const isAsked = url === '/metrics' && (method === 'GET' || method === 'HEAD');
    if (!isAsked) return void response.writeHead(404).end();
    return void answer(response, write, options.log);
  });
  const port = await listen(server, options);
  const url = `http://${options.host}:${port}/metrics`;
  options.log.info('metrics are served', { url });
  return { url, close: async () => closed(server) };
}

async function answer(response: ServerResponse, write: Writer, log: Logger): Promise<void> {
  try {
    const { contentType, text } = await write();
    response.writeHead(200, { 'content-type': contentType }).end(text);
  } catch (error) {
    log.error('metrics cannot be written', { error });
    response.writeHead(500).end();
  }
}

type Writer = () => Promise<{ readonly contentType: string; readonly text: string }>;

/** The library is loaded, and the process watched, only where somebody wants to know. */
async function openWriter(): Promise<Writer> {
  const { AggregatorRegistry, collectDefaultMetrics, Registry } = await import('prom-client');
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return async () => {
    const known = [...families(), ...(await ofProcess.getMetricsAsJSON())];
    // Of one process there is nothing to aggregate.
    const all = AggregatorRegistry.aggregate([known.map((family) => ({ ...family, aggregator: 'first' }))]);
    return { contentType: all.contentType, text: await all.metrics() };
  };
}

async function listen(server: Server, { host, port, processes }: MetricsOptions): Promise<number> {
  for (let tried = 0; tried < processes; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the next port is for when this one is another process's
    if (await isListening(server, host, port === 0 ? 0 : port + tried, tried === processes - 1)) break;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** @throws if the port is taken and is the last one */
async function isListening(server: Server, host: string, port: number, isLast: boolean): Promise<boolean> {
  try {
    // Workers would share the port, and each knows only of itself.
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    server.unref();
    return true;
  } catch (thrown) {
    const isTaken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
    if (isTaken && !isLast) return false;
    throw thrown;
  }
}

async function closed(server: Server): Promise<void> {
  const closing = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closing;
}
