import type { Logger } from '../telemetry/index.ts';
import { apiSdlOf } from './api-sdl.ts';
import { composeWith } from './compose-supergraph.ts';
import type { Composer } from './composer.ts';
import { createComposer } from './composer.ts';
import type { Composition, CompositionProblem } from './composition.ts';
import { CompositionRefused } from './composition-refused.ts';
import type { ReadApi, SourceRead } from './supergraph-file/index.ts';
import { readSource } from './supergraph-file/index.ts';
import type { Supergraph } from './supergraph.ts';
import type { FileWatch } from './watch-files.ts';
import { watchFiles } from './watch-files.ts';

/** How a supergraph is opened. */
export interface SupergraphOptions {
  /** supergraph.yaml in Rover's format, or a supergraph that is composed already. */
  readonly file: string;
  /** Whether a change of the file or of a schema that it names is taken over while serving. */
  readonly watch: boolean;
  readonly log: Logger;
  /** Reads a composed supergraph off the event loop; without it, this thread does. */
  readonly readApi?: ReadApi | undefined;
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
 * Composes the supergraph, unless the file holds a composed one, and keeps it up to date.
 *
 * A change that does not compose is logged with the subgraph and the field that are at fault, and the last
 * good supergraph serves on.
 *
 * @throws CompositionRefused if the first composition fails.
 */
export async function openSupergraph(options: SupergraphOptions): Promise<SupergraphSource> {
  const composer = createComposer();
  const source = new LiveSupergraph(options, composer);
  try {
    await source.open();
    return source;
  } catch (thrown) {
    await source.close();
    throw thrown;
  }
}

const readApiHere: ReadApi = async (sdl) => apiSdlOf(sdl, true);

class LiveSupergraph implements SupergraphSource {
  readonly #options: SupergraphOptions;
  readonly #composer: Composer;
  readonly #listeners: ChangeListener[] = [];
  #current: Supergraph | undefined;
  #watch: FileWatch | undefined;
  /** Changes are taken one after the other, so that an older one never replaces a newer one. */
  #queue: Promise<void> = Promise.resolve();
  #waiting = false;
  #closed = false;

  constructor(options: SupergraphOptions, composer: Composer) {
    this.#options = options;
    this.#composer = composer;
  }

  get current(): Supergraph {
    if (this.#current === undefined) throw new TypeError('The supergraph is not open.');
    return this.#current;
  }

  /** The files are watched from before they are composed: a change in the meantime is a change. */
  async open(): Promise<void> {
    const { file, watch } = this.#options;
    const read = await this.#read(file);
    if (watch) this.#watch = await watchFiles(read.files, () => this.#enqueue());
    const opened = this.#begin(read);
    this.#queue = opened.catch(() => undefined);
    await opened;
    if (!watch) await this.#composer.close();
  }

  #read(file: string): Promise<SourceRead> {
    return readSource(file, this.#options.readApi ?? readApiHere);
  }

  async #begin(read: SourceRead): Promise<void> {
    const composition = await this.#compose(read);
    if (composition.kind === 'refused') throw new CompositionRefused(composition.problems);
    this.#current = composition.supergraph;
  }

  async #compose(read: SourceRead): Promise<Composition> {
    if (read.kind === 'composed') return { ...read, hints: [] };
    return read.kind === 'refused' ? read : composeWith(this.#composer, read.subgraphs);
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
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
      const read = await this.#read(this.#options.file);
      this.#watch?.setFiles(read.files);
      const composition = await this.#compose(read);
      if (composition.kind === 'refused') this.#refuse(composition.problems);
      else await this.#replace(composition.supergraph);
    } catch (error) {
      if (!this.#closed) this.#options.log.error('The changed supergraph was not taken over', { error });
    }
  }

  async #replace(next: Supergraph): Promise<void> {
    if (next.id === this.#current?.id) return;
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
