import type { KeyObject } from 'node:crypto';

import type { Logger } from '../../telemetry/index.ts';
import type { FileSystem } from './file-system.ts';

/** One event as it is kept: its canonical JSON in UTF-8. The log knows nothing of what it says. */
export type LedgerEntry = Uint8Array;

/** An entry with its place in the log. */
export interface SequencedEntry {
  /** Index of the leaf, from 0 without gaps. */
  readonly sequence: number;
  readonly entry: LedgerEntry;
}

/** What the log says of a tree: as much of it as was durable at a moment, signed (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  /** How many entries it covers: those with a sequence below. */
  readonly size: number;
  /** Root hash (RFC 6962, section 2.1), 32 bytes. */
  readonly root: Uint8Array;
  /** The whole signed note with the log's signature and the cosignatures of witnesses. */
  readonly note: string;
}

/** Whether entries can be appended now. */
export type LedgerState =
  | { readonly kind: 'healthy' }
  /** Everything is refused until a probe shows that the files can be written again. */
  | { readonly kind: 'failed'; readonly since: Date; readonly cause: unknown };

/** The log of one process: entries in order, each durable before it is acknowledged. */
export interface LedgerLog {
  /**
   * Appends the entries of one operation: after a crash either all of them are there or none. Resolves with the
   * sequence of the first once all are durable; the others follow without a gap. An entry has 1 to
   * {@link maximumEntryBytes} bytes.
   *
   * @throws Failure LEDGER_UNAVAILABLE if they could not be made durable; they are then not in the log
   * @throws RangeError if there is none, or one is empty or too long
   */
  readonly append: (entries: readonly LedgerEntry[]) => Promise<number>;
  readonly state: LedgerState;
  /** How many entries are durable. */
  readonly size: number;
  /** The last one that was published; at most a second older than the last entry unless witnesses are slow. */
  readonly checkpoint: Checkpoint;
  /**
   * The durable entries from this sequence on, as many as there are when reading begins.
   *
   * @throws Failure LEDGER_UNUSABLE if what is read is damaged
   */
  readonly readFrom: (sequence: number) => AsyncIterable<SequencedEntry>;
  /** Signs and publishes a checkpoint now, of everything durable. */
  readonly publish: () => Promise<Checkpoint>;
  /** Makes durable what waits, publishes the last checkpoint and frees the folder. */
  readonly close: () => Promise<void>;
}

/** The longest entry: the length of an entry has 16 bits in a bundle of C2SP tlog-tiles. */
export const maximumEntryBytes = 65_535;

/** A witness that is asked to cosign. */
export interface WitnessAddress {
  /** Its submission prefix (C2SP tlog-witness), without `/add-checkpoint`. */
  readonly url: string;
  /** Its key as `<name>+<id>+<base64>` (C2SP signed-note, verifier keys), of the type 0x04. */
  readonly verifierKey: string;
}

/** What a log is made of. */
export interface LedgerLogOptions {
  /** Made where it does not exist. One process writes to it at a time. */
  readonly directory: string;
  /** Name of the log in its checkpoints and of its key, for example `graph.example.gov/ledger/1`; no space, no plus. */
  readonly origin: string;
  /** Ed25519 private key. */
  readonly signingKey: KeyObject;
  /** After so many bytes a new segment is begun; 16 MiB by default. */
  readonly segmentBytes?: number;
  readonly witnesses?: readonly WitnessAddress[];
  /** How often a checkpoint is published if the tree has grown; 1000 by default. */
  readonly checkpointMilliseconds?: number;
  /** A checkpoint is kept for good if the last one that was is older than this; a minute by default. */
  readonly keepMilliseconds?: number;
  /** How often a log that failed tries whether it can write again; 1000 by default. */
  readonly probeMilliseconds?: number;
  readonly log: Logger;
  /** The operating system's by default. */
  readonly fileSystem?: FileSystem;
}
