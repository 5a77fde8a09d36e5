import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';

import type { Logger } from '../../../telemetry/index.ts';
import { checkpointText, signNote } from '../../notes/index.ts';
import type { HashTile } from '../../tree/index.ts';
import { hashLength, rangeRootFrom, TileTree, tileWidth, widthOfTile } from '../../tree/index.ts';
import type { FileSystem } from '../file-system.ts';
import type { Checkpoint, LedgerEntry, WitnessAddress } from '../ledger-log.ts';
import { writeDurably } from '../write-atomically.ts';
import { createAskWitness } from './ask-witness.ts';
import { encodeBundle } from './entry-bundle.ts';
import { CheckpointKeeper } from './kept-checkpoints.ts';
import type { TileFile } from './tile-files.ts';
import { TileFiles } from './tile-files.ts';
import { Witnesses } from './witnesses.ts';

/** File of the newest checkpoint below the log's folder. */
export const checkpointFile = 'checkpoint';

const askAgainMilliseconds = 10_000;

/** What a publisher is made of. */
export interface PublisherOptions {
  readonly directory: string;
  readonly origin: string;
  readonly signingKey: KeyObject;
  readonly witnesses: readonly WitnessAddress[];
  /** A checkpoint is kept if the last one that was is older than this. */
  readonly keepMilliseconds: number;
  readonly log: Logger;
  readonly fileSystem: FileSystem;
}

/** Holds the tree over what is durable, and publishes it: tiles first, then a checkpoint that they bear out. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #full: HashTile[] = [];
  readonly #tree = new TileTree((tile) => this.#full.push(tile));
  readonly #tiles: TileFiles;
  readonly #witnesses: Witnesses;
  readonly #keeper: CheckpointKeeper;
  /** Entries whose bundle was not yet written full, and the sequence of the first: a multiple of 256. */
  #entries: LedgerEntry[] = [];
  #firstEntry = 0;
  #keptAt = 0;
  #askedAt = 0;
  #isCosigned = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#tiles = new TileFiles(options.fileSystem, options.directory);
    this.#keeper = new CheckpointKeeper(options.fileSystem, options.directory);
    this.#witnesses = new Witnesses(options.witnesses.map(createAskWitness), options.log);
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Buffer {
    return this.#tree.root();
  }

  /**
   * Takes up the tree of the size from tiles that were published for a later one; entries of its last bundle, if that
   * is partial, are to be given by {@link takeUp}.
   *
   * @returns false if tiles are missing
   */
  async restore(size: number, published: number): Promise<boolean> {
    this.#firstEntry = size - (size % tileWidth);
    return this.#tree.restore(size, async (level, index) =>
      this.#tiles.read(level, index, widthOfTile(level, index, published)),
    );
  }

  /** An entry of the restored tree whose bundle is partial. */
  takeUp(entry: LedgerEntry): void {
    this.#entries.push(entry);
  }

  /** Adds durable entries with their leaf hashes. */
  add(entries: readonly LedgerEntry[], leaves: Buffer): void {
    for (const [index, entry] of entries.entries()) {
      this.#entries.push(entry);
      this.#tree.append(leaves.subarray(index * hashLength, (index + 1) * hashLength));
    }
  }

  /** How many entries wait for being written. */
  get waiting(): number {
    return this.#entries.length;
  }

  /** Writes the tiles and bundles that are full. */
  async writeFullTiles(): Promise<void> {
    const tiles = this.#full.slice();
    const count = Math.floor(this.#entries.length / tileWidth);
    const bundles = Array.from({ length: count }, (_, index) => this.#bundle(index, tileWidth));
    await this.#tiles.write([...tiles.map(tileFile), ...bundles]);
    this.#full.splice(0, tiles.length);
    this.#entries = this.#entries.slice(count * tileWidth);
    this.#firstEntry += count * tileWidth;
  }

  /**
   * Publishes what the tree holds now: never two at a time.
   *
   * @param isLast - the checkpoint is kept however old the last one is
   */
  async publish(isLast: boolean): Promise<Checkpoint> {
    const { directory, origin, signingKey, fileSystem } = this.#options;
    const body = { origin, size: this.#tree.size, root: this.#tree.root() };
    const partial = this.#tree.partialTiles().map(tileFile);
    const bundles = Math.floor(this.#entries.length / tileWidth);
    const width = body.size % tileWidth;
    const lastBundle = width === 0 ? [] : [this.#bundle(bundles, width)];
    await this.writeFullTiles();
    await this.#tiles.write([...partial, ...lastBundle]);
    const text = checkpointText(body);
    const signed = { ...body, note: `${text}\n${signNote(text, origin, signingKey)}\n` };
    const file = join(directory, checkpointFile);
    await writeDurably(fileSystem, file, Buffer.from(signed.note));
    const lines = await this.#witnesses.cosign(signed, rangeRootFrom(body.size, this.#tiles.read));
    this.#askedAt = Date.now();
    this.#isCosigned = lines.length >= this.#options.witnesses.length;
    const cosigned = { ...signed, note: signed.note + lines.map((line) => `${line}\n`).join('') };
    if (lines.length > 0) await writeDurably(fileSystem, file, Buffer.from(cosigned.note));
    const isDue = Date.now() - this.#keptAt >= this.#options.keepMilliseconds;
    if (isDue || isLast) await this.#keep(cosigned.note);
    return cosigned;
  }

  /** Whether a witness that could not be reached is to be asked again about a checkpoint that still is the newest. */
  get isToBeCosigned(): boolean {
    return !this.#isCosigned && Date.now() - this.#askedAt >= askAgainMilliseconds;
  }

  async #keep(note: string): Promise<void> {
    const now = new Date();
    await this.#keeper.keep(note, now);
    this.#keptAt = now.getTime();
  }

  #bundle(place: number, width: number): TileFile {
    const start = place * tileWidth;
    const bytes = encodeBundle(this.#entries.slice(start, start + width));
    return { level: 'entries', index: this.#firstEntry / tileWidth + place, width, bytes };
  }
}

function tileFile({ hashes, ...tile }: HashTile): TileFile {
  return { ...tile, bytes: hashes };
}
