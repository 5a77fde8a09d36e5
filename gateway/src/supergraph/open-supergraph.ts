import type { Logger } from '../telemetry/index.ts';
import { composeWith } from './compose-supergraph.ts';
import type { Composer } from './composer.ts';
import { createComposer } from './composer.ts';
import type { Composition, CompositionProblem } from './composition.ts';
import { CompositionRefused } from './composition-refused.ts';
import { readSubgraphs } from './supergraph-file/index.ts';
import type { Supergraph } from './supergraph.ts';
import type { FileWatch } from './watch-files.ts';
import { watchFiles } from './watch-files.ts';

/** How a supergraph is opened. */
export interface SupergraphOptions {
  /** supergraph.yaml, in Rover's format. */
  readonly file: string;
  /** Whether a change of the file or of a schema that it names is taken over while serving. */
  readonly watch: boolean;
  readonly log: Logger;
}

type ChangeListener = (next: Supergraph) => Promise<void>;

/** The supergraph in force, now and as it changes. */
export interface SupergraphSource {
  readonly current: Supergraph;
  /**
   * Listeners are awaited before `current` changes: what they build for the next supergraph is ready when
   * it comes into force. A listener that rejects keeps the last supergraph in force.
   */
  onChange(listener: ChangeListener): void;
  close(): Promise<void>;
}

/**
 * Composes the supergraph and keeps it up to date.
 *
 * A change that does not compose is logged with the subgraph and the field that are at fault, and the last
 * good supergraph serves on.
 *
 * @throws CompositionRefused if the first composition fails.
 */
export async function openSupergraph(options: SupergraphOptions): Promise<SupergraphSource> {
  const composer = createComposer();
  try {
    const { composition, files } = await composeFile(composer, options.file);
    if (composition.kind === 'refused') throw new CompositionRefused(composition.problems);
    const source = new LiveSupergraph(options, composer, composition.supergraph);
    if (options.watch) await source.watch(files);
    else await composer.close();
    return source;
  } catch (thrown) {
    await composer.close();
    throw thrown;
  }
}

async function composeFile(
  composer: Composer,
  file: string,
): Promise<{ composition: Composition; files: readonly string[] }> {
  const read = await readSubgraphs(file);
  const composition = read.kind === 'refused' ? read : await composeWith(composer, read.subgraphs);
  return { composition, files: read.files };
}

class LiveSupergraph implements SupergraphSource {
  readonly #options: SupergraphOptions;
  readonly #composer: Composer;
  readonly #listeners: ChangeListener[] = [];
  #current: Supergraph;
  #watch: FileWatch | undefined;
  /** Changes are taken one after the other, so that an older one never replaces a newer one. */
  #queue: Promise<void> = Promise.resolve();
  #waiting = false;
  #closed = false;

  constructor(options: SupergraphOptions, composer: Composer, current: Supergraph) {
    this.#options = options;
    this.#composer = composer;
    this.#current = current;
  }

  get current(): Supergraph {
    return this.#current;
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  async watch(files: readonly string[]): Promise<void> {
    this.#watch = await watchFiles(files, () => this.#enqueue());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#watch?.close();
    await this.#composer.close();
    await this.#queue;
  }

  #enqueue(): void {
    if (this.#waiting || this.#closed) return;
    this.#waiting = true;
    this.#queue = this.#queue.then(() => this.#reload());
  }

  async #reload(): Promise<void> {
    this.#waiting = false;
    try {
      const { composition, files } = await composeFile(this.#composer, this.#options.file);
      this.#watch?.setFiles(files);
      if (composition.kind === 'refused') this.#refuse(composition.problems);
      else await this.#replace(composition.supergraph);
    } catch (error) {
      if (!this.#closed) this.#options.log.error('The changed supergraph was not taken over', { error });
    }
  }

  async #replace(next: Supergraph): Promise<void> {
    if (next.id === this.#current.id) return;
    await Promise.all(this.#listeners.map((listener) => listener(next)));
    this.#current = next;
    this.#options.log.info('A changed supergraph is in force', { supergraph: next.id });
  }

  #refuse(problems: readonly CompositionProblem[]): void {
    for (const { code, message, subgraph, coordinate, place } of problems) {
      this.#options.log.error('A change was refused, and the last good supergraph serves on', {
        code,
        problem: message,
        ...(subgraph !== undefined && { agency: subgraph }),
        ...(coordinate !== undefined && { coordinate }),
        ...(place !== undefined && { file: place }),
      });
    }
  }
}
