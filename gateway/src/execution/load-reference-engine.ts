import type { Executor } from './executor.ts';
import type { ReferenceEngineOptions } from './reference-engine/index.ts';

/** Opens the reference engine. Its libraries take long to load, so only whoever uses it loads them. */
export async function createReferenceEngine(options: ReferenceEngineOptions): Promise<Executor> {
  const engine = await import('./reference-engine/index.ts');
  return engine.createReferenceEngine(options);
}
