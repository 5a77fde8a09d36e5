import type { CompiledFetch } from '../fetches/index.ts';
import { EntityTables } from './entity-table.ts';
import { fetchEntities } from './fetch-entities.ts';
import { fetchRoot } from './fetch-root.ts';
import type { Run } from './run.ts';

/**
 * Runs an operation's fetches, each as soon as those that it waits for have ended: a counter for each fetch
 * and plain callbacks, because a promise for each would cost more than the work between two fetches.
 *
 * What fails is in the data. @throws what is a fault of the engine itself.
 */
export function runFetches(run: Run): Promise<void> {
  return new Promise((resolve, reject) => new FetchRun(run, resolve, reject).begin());
}

class FetchRun {
  readonly #run: Run;
  readonly #resolve: () => void;
  readonly #reject: (thrown: unknown) => void;
  readonly #tables = new EntityTables();
  /** For each fetch, how many it still waits for. */
  readonly #waiting: number[];
  #unfinished: number;

  constructor(run: Run, resolve: () => void, reject: (thrown: unknown) => void) {
    this.#run = run;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#waiting = run.fetches.map(({ waitsFor }) => waitsFor);
    this.#unfinished = run.fetches.length;
  }

  begin(): void {
    if (this.#unfinished === 0) this.#resolve();
    for (const fetch of this.#run.fetches) if (fetch.waitsFor === 0) this.#start(fetch);
  }

  #start(fetch: CompiledFetch): void {
    this.#guard(() => {
      if (!this.#isWanted(fetch)) this.#finish(fetch);
      else this.#ask(fetch, () => this.#guard(() => this.#finish(fetch)));
    });
  }

  #isWanted({ conditions }: CompiledFetch): boolean {
    return conditions.every(({ variable, value }) => this.#run.variables[variable] === value);
  }

  #ask(fetch: CompiledFetch, finish: () => void): void {
    const { entities } = fetch;
    const asked = entities
      ? fetchEntities(this.#run, fetch, entities, this.#tables, finish)
      : fetchRoot(this.#run, fetch, finish);
    asked.catch(this.#reject);
  }

  #finish(fetch: CompiledFetch): void {
    for (const index of fetch.dependents) {
      const left = (this.#waiting[index] ?? 0) - 1;
      this.#waiting[index] = left;
      const dependent = this.#run.fetches[index];
      if (left === 0 && dependent) this.#start(dependent);
    }
    this.#unfinished -= 1;
    if (this.#unfinished === 0) this.#resolve();
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (thrown) {
      this.#reject(thrown);
    }
  }
}
