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

/** The thread is kept alive only while it is asked, so that an idle one never delays the process's end. */
function ask(worker: Worker, subgraphs: readonly SubgraphSchema[]): Promise<ComposedSchemas> {
  worker.ref();
  return new Promise<ComposedSchemas>((resolve, reject) => {
    const settle = (finish: () => void) => () => {
      worker.removeAllListeners().unref();
      finish();
    };
    worker.once('message', (composed: ComposedSchemas) => settle(() => resolve(composed))());
    worker.once('error', (error) => settle(() => reject(error))());
    worker.once('exit', (code) =>
      settle(() => reject(new Error(`The composition thread ended with ${code}.`)))(),
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(subgraphs);
  });
}
