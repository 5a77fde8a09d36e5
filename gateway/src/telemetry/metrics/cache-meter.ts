/** Whatever knows how many entries it has. */
interface Sized {
  readonly size: number;
}

/** Counts what is found in caches of one kind, of which there may be one for each supergraph. */
export class CacheMeter {
  hits = 0;
  misses = 0;
  readonly #caches = new Set<WeakRef<Sized>>();

  /** A cache that is no longer used is not kept for its size. */
  watch(cache: Sized): void {
    this.size();
    this.#caches.add(new WeakRef(cache));
  }

  count(isHit: boolean): void {
    if (isHit) this.hits += 1;
    else this.misses += 1;
  }

  /** The entries of all that are in use; what is not is forgotten. */
  size(): number {
    let size = 0;
    for (const reference of this.#caches) {
      const cache = reference.deref();
      if (cache === undefined) this.#caches.delete(reference);
      else size += cache.size;
    }
    return size;
  }
}
