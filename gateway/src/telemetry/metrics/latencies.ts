/** The upper ends of the buckets, in milliseconds. */
export const bucketMilliseconds = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000];

/** How long things took, in buckets. */
export class Latencies {
  /** How many took as long as each bucket and longer than the one before it; what took longer than all comes last. */
  readonly counts: number[] = Array.from({ length: bucketMilliseconds.length + 1 }, () => 0);
  sumMilliseconds = 0;

  add(milliseconds: number): void {
    let bucket = 0;
    while (milliseconds > (bucketMilliseconds[bucket] ?? Number.POSITIVE_INFINITY)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.sumMilliseconds += milliseconds;
  }
}
