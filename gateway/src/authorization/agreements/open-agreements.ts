import { createHash } from 'node:crypto';

import type { FileWatch } from '../../supergraph/index.ts';
import { watchFiles } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { Category } from '../categories/index.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { Agreement } from './agreement.ts';
import type { FolderRead, FolderReader } from './agreement-folder.ts';
import { agreementFiles, createFolderReader } from './agreement-folder.ts';
import { AgreementsRefused } from './agreements-refused.ts';

/** How the agreements are opened. */
export interface AgreementsOptions {
  /** Where the files lie. */
  readonly folder: string;
  readonly catalogue: readonly Category[];
  readonly log: Logger;
}

/** All agreements, whatever their status. */
export interface AgreementSet {
  /** In the order of their ids. */
  readonly agreements: readonly Agreement[];
  /** SHA-256 in hexadecimal of what they say and of their status: equal for sets that grant alike. */
  readonly digest: string;
}

type ChangeListener = (next: AgreementSet) => Promise<void>;

/** The agreements as their files say them, now and as they change. */
export interface AgreementSource {
  current(): AgreementSet;
  /**
   * Listeners are awaited before `current()` changes: what they build of the next set is ready when it comes into
   * force. A listener that rejects keeps the last set.
   */
  onChange(listener: ChangeListener): void;
  close(): Promise<void>;
}

/**
 * Reads the agreements of a folder and follows its changes.
 *
 * A file that is changed for the worse is refused with place and remedy in the log, and what it said before stays;
 * changes of other files take effect all the same, so that a mistake in one agreement never delays the end of
 * another. A file that is removed ends its agreement.
 *
 * @throws AgreementsRefused if one of the files is not in order at the beginning.
 */
export async function openAgreements(options: AgreementsOptions): Promise<AgreementSource> {
  const source = new LiveAgreements(options);
  try {
    await source.open();
    return source;
  } catch (thrown) {
    await source.close();
    throw thrown;
  }
}

class LiveAgreements implements AgreementSource {
  readonly #folder: string;
  readonly #log: Logger;
  readonly #read: FolderReader;
  readonly #listeners: ChangeListener[] = [];
  #current: AgreementSet = setOf([]);
  #watches: readonly FileWatch[] = [];
  /** Changes are taken one after the other, so that an older one never replaces a newer one. */
  #queue: Promise<void> = Promise.resolve();
  #isWaiting = false;
  #isClosed = false;

  constructor({ folder, catalogue, log }: AgreementsOptions) {
    this.#folder = folder;
    this.#log = log;
    this.#read = createFolderReader(folder, catalogue);
  }

  /** The folder is watched from before it is read: a change in the meantime is a change. */
  async open(): Promise<void> {
    const changed = () => this.#enqueue();
    const files = (await agreementFiles(this.#folder)) ?? [];
    this.#watches = [await watchFiles([this.#folder], changed), await watchFiles(files, changed)];
    const read = await this.#read();
    const problems = problemsOf(read);
    if (problems.length > 0) throw new AgreementsRefused(problems);
    this.#current = setOf(agreementsOf(read));
    this.#follow(read);
  }

  current(): AgreementSet {
    return this.#current;
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#watches.map((watch) => watch.close()));
    await this.#queue;
  }

  #follow({ files }: FolderRead): void {
    this.#watches[1]?.setFiles(files.map(({ file }) => file));
  }

  #enqueue(): void {
    if (this.#isWaiting || this.#isClosed) return;
    this.#isWaiting = true;
    this.#queue = this.#queue.then(() => this.#reload());
  }

  async #reload(): Promise<void> {
    this.#isWaiting = false;
    try {
      const read = await this.#read();
      this.#follow(read);
      this.#refuse(problemsOf(read));
      await this.#replace(setOf([...agreementsOf(read), ...this.#keptFrom(read)]));
    } catch (error) {
      if (!this.#isClosed) this.#log.error('The changed agreements were not taken over', { error });
    }
  }

  /** What refused files said when they were last in order; everything, if the folder itself cannot be read. */
  #keptFrom({ files, problems }: FolderRead): readonly Agreement[] {
    if (problems.length > 0) return this.#current.agreements;
    const ids = new Set(agreementsOf({ files, problems }).map(({ id }) => id));
    const refused = new Set(files.flatMap(({ kind, file }) => (kind === 'refused' ? [file] : [])));
    return this.#current.agreements.filter(({ id, file }) => refused.has(file) && !ids.has(id));
  }

  async #replace(next: AgreementSet): Promise<void> {
    if (next.digest === this.#current.digest) return;
    await Promise.all(this.#listeners.map((listener) => listener(next)));
    this.#current = next;
    this.#log.info('Changed agreements are in force', { count: next.agreements.length });
  }

  #refuse(problems: readonly SchemaProblem[]): void {
    for (const { code, message, remedy, place } of problems)
      this.#log.error('A changed agreement was refused, and what was agreed before stays', {
        code,
        problem: `${message} ${remedy}`,
        ...(place !== undefined && { file: place }),
      });
  }
}

function agreementsOf({ files }: FolderRead): readonly Agreement[] {
  return files.flatMap((read) => (read.kind === 'read' ? [read.agreement] : []));
}

function problemsOf({ files, problems }: FolderRead): readonly SchemaProblem[] {
  return [...problems, ...files.flatMap((read) => (read.kind === 'refused' ? read.problems : []))];
}

function setOf(agreements: readonly Agreement[]): AgreementSet {
  const ordered = agreements.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const digest = createHash('sha256');
  for (const { id, status, contentHash } of ordered) digest.update(`${id} ${status} ${contentHash}\n`);
  return { agreements: ordered, digest: digest.digest('hex') };
}
