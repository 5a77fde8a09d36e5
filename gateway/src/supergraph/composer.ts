import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { ComposedSchemas } from './compose-schemas.ts';
import type { SubgraphSchema } from './supergraph-file/index.ts';

/** Composes in a thread of its own, one set of schemas at a time. */
export interface Composer {
  compose(subgraphs: readonly SubgraphSchema[]): Promise<ComposedSchemas>;
  close(): Promise<void>;
}

/** Starts the thread; it does not keep the process alive. The composer is for one caller at a time. */
export function createComposer(): Composer {
  const worker = startWorker();
  worker.unref();
  return {
    compose: (subgraphs) => ask(worker, subgraphs),
    close: async () => void (await worker.terminate()),
  };
}

/** The build's thread runs as it is; from source it first loads the TypeScript loader that the main thread has. */
function startWorker(): Worker {
  const extension = extname(import.meta.url);
  const url = new URL(`./composition-worker${extension}`, import.meta.url);
  return extension === '.ts' ? new Worker(fromSource(url), { eval: true, execArgv: [] }) : new Worker(url);
}

function fromSource(url: URL): string {
  const [loader, worker] = [import.meta.resolve('tsx/esm/api'), url.href].map((href) => JSON.stringify(href));
  return `import(${loader}).then(({ register }) => { register(); return import(${worker}); });`;
}

/** The thread keeps the process alive only while it is asked, so that an idle one never delays the end. */
async function ask(worker: Worker, subgraphs: readonly SubgraphSchema[]): Promise<ComposedSchemas> {
  const waiting = new AbortController();
  const { signal } = waiting;
  worker.ref();
  try {
    const answered = once(worker, 'message', { signal }) as Promise<[ComposedSchemas]>;
    const ended = once(worker, 'exit', { signal }).then(() => Promise.reject(new Error('The thread ended.')));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(subgraphs);
    const [composed] = await Promise.race([answered, ended]);
    return composed;
  } finally {
    waiting.abort();
    worker.unref();
  }
}
