import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

import type { ComposedSchemas } from './compose-schemas.ts';
import { startWorker } from './start-worker.ts';
import type { SubgraphSchema } from './supergraph-file/index.ts';

/** Composes in a thread of its own, one set of schemas at a time. */
export interface Composer {
  /** @throws Error if the thread ends before it answers; the next call has a new one. */
  compose(subgraphs: readonly SubgraphSchema[]): Promise<ComposedSchemas>;
  close(): Promise<void>;
}

/** How long a thread waits for another change before it ends: loaded, it holds some 80 MB. */
const idleMilliseconds = 10_000;

/**
 * Each thread starts when there is something to compose, and ends when there has been nothing for a while. It
 * does not keep the process alive. The composer is for one caller at a time.
 */
export function createComposer(): Composer {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;
  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    async compose(subgraphs) {
      if (isClosed) throw new Error('The composer is closed.');
      clearTimeout(idle);
      worker ??= startComposing();
      try {
        const composed = await ask(worker, subgraphs);
        idle = setTimeout(() => void end(), idleMilliseconds).unref();
        return composed;
      } catch (thrown) {
        await end();
        throw thrown;
      }
    },
    async close() {
      isClosed = true;
      await end();
    },
  };
}

function startComposing(): Worker {
  const worker = startWorker('./composition-worker', import.meta.url);
  worker.unref();
  return worker;
}

/** The thread keeps the process alive only while it is asked, so that an idle one never delays the end. */
async function ask(worker: Worker, subgraphs: readonly SubgraphSchema[]): Promise<ComposedSchemas> {
  const waiting = new AbortController();
  const { signal } = waiting;
  worker.ref();
  try {
    const answered = once(worker, 'message', { signal }) as Promise<[ComposedSchemas]>;
    const ended = once(worker, 'exit', { signal }).then(() => Promise.reject(new Error('The thread ended.')));
    worker.postMessage(subgraphs);
    const [composed] = await Promise.race([answered, ended]);
    return composed;
  } finally {
    waiting.abort();
    worker.unref();
  }
}
