import { extname } from 'node:path';
import type { ResourceLimits, WorkerOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

/** How a thread is started. */
export interface ThreadOptions {
  readonly workerData?: unknown;
  readonly resourceLimits?: ResourceLimits;
}

/**
 * Starts a thread from a module that is named without its extension. The build's module runs as it is; from
 * source the thread first loads the TypeScript loader that the main thread has.
 *
 * @example startWorker('./composition-worker', import.meta.url)
 */
export function startWorker(module: string, parent: string, options: ThreadOptions = {}): Worker {
  const extension = extname(parent);
  const url = new URL(`${module}${extension}`, parent);
  const inherited: WorkerOptions = { ...options };
  return extension === '.ts'
    ? new Worker(fromSource(url), { ...inherited, eval: true, execArgv: [] })
    : new Worker(url, inherited);
}

function fromSource(url: URL): string {
  const [loader, worker] = [import.meta.resolve('tsx/esm/api'), url.href].map((href) => JSON.stringify(href));
  return `import(${loader}).then(({ register }) => { register(); return import(${worker}); });`;
}
