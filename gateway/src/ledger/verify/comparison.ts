import type { LedgerEntry } from '../log/index.ts';
import type { HashTile } from '../tree/index.ts';
import { hashLength, TileTree, tileWidth } from '../tree/index.ts';
import type { LedgerProblem } from './problem.ts';
import type { PublishedTree } from './published-tree.ts';
import type { SignedHead } from './read-heads.ts';
import type { WalkedFrame } from './walk-segments.ts';

/** Leaf hashes from where a difference begins that are looked at, to tell what became of a record. */
export const windowWidth = 2 * tileWidth;

/** The tree over the records beside what was signed and published. */
export class Comparison {
  readonly matching: SignedHead[] = [];
  readonly differing: SignedHead[] = [];
  readonly tileProblems: LedgerProblem[] = [];
  readonly #published: PublishedTree;
  readonly #heads: SignedHead[];
  readonly #tiles: HashTile[] = [];
  readonly #tree = new TileTree((tile) => this.#tiles.push(tile));
  readonly #bundle: LedgerEntry[] = [];
  readonly #bundles: (readonly LedgerEntry[])[] = [];
  #bundlesDone = 0;
  /** Leaf hashes before the tile where a difference begins cost nothing: the last tiles' are held. */
  #recent: WalkedFrame[] = [];

  constructor(published: PublishedTree, heads: readonly SignedHead[]) {
    this.#published = published;
    this.#heads = [...heads].sort((one, other) => one.size - other.size);
    this.#compareRoots();
  }

  get size(): number {
    return this.#tree.size;
  }

  /** Heads of more records than there are. */
  get beyond(): readonly SignedHead[] {
    return this.#heads;
  }

  add(frame: WalkedFrame): void {
    if (this.tileProblems.length === 0 || this.#windowEnd() < windowWidth) this.#recent.push(frame);
    for (const [index, entry] of frame.entries.entries()) {
      this.#tree.append(frame.leaves.subarray(index * hashLength, (index + 1) * hashLength));
      this.#bundle.push(entry);
      if (this.#bundle.length === tileWidth) this.#bundles.push(this.#bundle.splice(0));
      if (this.#heads[0]?.size === this.#tree.size) this.#compareRoots();
    }
  }

  /** Compares the tiles that have become full. */
  async compareTiles(): Promise<void> {
    for (const tile of this.#tiles.splice(0)) await this.#tell(this.#published.compare(tile));
    for (const bundle of this.#bundles.splice(0)) {
      await this.#tell(this.#published.compareBundle(this.#bundlesDone, bundle));
      this.#bundlesDone += 1;
    }
    const from = this.tileProblems[0]?.sequence ?? this.#tree.size - tileWidth;
    this.#recent = this.#recent.filter(({ position, entries }) => position + entries.length > from);
  }

  async end(published: number): Promise<void> {
    if (this.#tree.size !== published) return;
    for (const tile of this.#tree.partialTiles()) await this.#tell(this.#published.compare(tile));
    if (this.#bundle.length > 0)
      await this.#tell(this.#published.compareBundle(this.#bundlesDone, this.#bundle));
  }

  /** The leaf hashes that were found from a place on, and where that record stands. */
  found(from: number): { readonly leaves: Buffer; readonly frame: WalkedFrame | undefined } {
    const frame = this.#recent.find(({ position, entries }) => position + entries.length > from);
    const leaves = Buffer.concat(this.#recent.map((one) => one.leaves));
    const start = (from - (this.#recent[0]?.position ?? 0)) * hashLength;
    return { leaves: leaves.subarray(start, start + windowWidth * hashLength), frame };
  }

  #windowEnd(): number {
    return this.#tree.size - (this.tileProblems[0]?.sequence ?? 0);
  }

  async #tell(found: Promise<LedgerProblem | null>): Promise<void> {
    const problem = await found;
    if (problem) this.tileProblems.push(problem);
  }

  #compareRoots(): void {
    const root = this.#tree.root();
    while (this.#heads[0]?.size === this.#tree.size) {
      const head = this.#heads.shift();
      if (head) (head.root.equals(root) ? this.matching : this.differing).push(head);
    }
  }
}
