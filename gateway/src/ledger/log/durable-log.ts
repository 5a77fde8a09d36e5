import { failure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { FileSystem } from './file-system.ts';
import type { Checkpoint, LedgerEntry, LedgerLog, LedgerState, SequencedEntry } from './ledger-log.ts';
import { maximumEntryBytes } from './ledger-log.ts';
import type { Publisher } from './publishing/index.ts';
import type { ReadingMark, SegmentWriter } from './segments/index.ts';
import { frameLength, maximumFrameBytes, readEntries } from './segments/index.ts';
import { tileWidth } from '../tree/index.ts';
import { WaitingAppends } from './waiting-appends.ts';

/** What a log is made of once its files are known to be sound. */
export interface DurableLogParts {
  readonly writer: SegmentWriter;
  readonly publisher: Publisher;
  readonly marks: readonly ReadingMark[];
  readonly checkpoint: Checkpoint;
  readonly checkpointMilliseconds: number;
  readonly probeMilliseconds: number;
  readonly fileSystem: FileSystem;
  readonly log: Logger;
  readonly release: () => Promise<void>;
}

const mostUnpublished = 1 << 16;

/** The log over its files. */
export class DurableLog implements LedgerLog {
  readonly #parts: DurableLogParts;
  readonly #appends = new WaitingAppends(async (groups) => this.#commit(groups));
  readonly #timer: NodeJS.Timeout;
  #marks: ReadingMark[];
  #checkpoint: Checkpoint;
  #state: LedgerState = { kind: 'healthy' };
  #probe: NodeJS.Timeout | null = null;
  #publishing: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(parts: DurableLogParts) {
    this.#parts = parts;
    this.#marks = [...parts.marks];
    this.#checkpoint = parts.checkpoint;
    this.#timer = setInterval(() => this.#publishIfGrown(), parts.checkpointMilliseconds).unref();
  }

  get state(): LedgerState {
    return this.#state;
  }

  get size(): number {
    return this.#parts.writer.end.sequence;
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  async append(entries: readonly LedgerEntry[]): Promise<number> {
    const bytes = checkedLength(entries);
    if (this.#isClosed || this.#state.kind === 'failed') throw failure('LEDGER_UNAVAILABLE');
    return this.#appends.append(entries, bytes);
  }

  readFrom(sequence: number): AsyncIterable<SequencedEntry> {
    const { fileSystem, writer } = this.#parts;
    return readEntries(fileSystem, sequence, writer.end, this.#marks);
  }

  async publish(isLast = false): Promise<Checkpoint> {
    const publishing = this.#publishing.then(async () => {
      this.#checkpoint = await this.#parts.publisher.publish(isLast);
      return this.#checkpoint;
    });
    this.#publishing = publishing.catch(() => undefined);
    return publishing;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#timer);
    if (this.#probe) clearTimeout(this.#probe);
    await this.#appends.settled();
    try {
      if (this.#state.kind === 'healthy') await this.publish(true);
      await this.#publishing;
    } finally {
      await this.#parts.writer.close();
      await this.#parts.release();
    }
  }

  async #commit(groups: readonly (readonly LedgerEntry[])[]): Promise<number> {
    const { writer, publisher } = this.#parts;
    if (this.#state.kind === 'failed') throw this.#state.cause;
    const segments = writer.end.segments.length;
    try {
      // Tiles follow appends; where the disk is too slow for both, appends wait, and memory stays bounded.
      if (publisher.waiting > mostUnpublished) await this.publish();
      const { firstSequence, entries, leaves, offset } = await writer.commit(groups);
      publisher.add(entries, leaves);
      if (writer.end.segments.length !== segments) this.#marks = [];
      if (firstSequence - (this.#marks.at(-1)?.sequence ?? -tileWidth) >= tileWidth)
        this.#marks.push({ sequence: firstSequence, offset });
      return firstSequence;
    } catch (cause) {
      this.#fail(cause);
      throw cause;
    }
  }

  #publishIfGrown(): void {
    const isDue = this.size > this.#checkpoint.size || this.#parts.publisher.isToBeCosigned;
    if (this.#state.kind === 'failed' || !isDue) return;
    this.publish().catch((cause: unknown) => this.#fail(cause));
  }

  #fail(cause: unknown): void {
    if (this.#state.kind === 'failed') return;
    this.#state = { kind: 'failed', since: new Date(), cause };
    this.#parts.log.error('the ledger cannot be written; nothing is disclosed until it can', {
      error: cause,
    });
    this.#probeSoon();
  }

  #probeSoon(): void {
    if (this.#isClosed) return;
    this.#probe = setTimeout(() => void this.#heal(), this.#parts.probeMilliseconds).unref();
  }

  async #heal(): Promise<void> {
    try {
      await this.#appends.settled();
      await this.#parts.writer.heal();
      await this.publish();
    } catch {
      this.#probeSoon();
      return;
    }
    this.#state = { kind: 'healthy' };
    this.#parts.log.info('the ledger can be written again');
  }
}

/** @throws RangeError if an entry, or all of them, are longer than may be, or there is nothing */
function checkedLength(entries: readonly LedgerEntry[]): number {
  const isFitting = entries.every(({ length }) => length > 0 && length <= maximumEntryBytes);
  const length = frameLength(entries);
  if (entries.length === 0 || !isFitting || length > maximumFrameBytes)
    throw new RangeError(
      `An entry has 1 to ${maximumEntryBytes} bytes, and an operation one or more entries.`,
    );
  return length;
}
