const firstBytes = 16_384;
const firstNumbers = 4096;
/** Memory that has grown beyond this is not kept, so that all that is kept stays below 64 MB. */
const mostKeptBytes = 1_048_576;
const mostKept = 64;

/**
 * What a run keeps: the bytes of all answers, one after the other, with the client's answer after them; and
 * the records, as numbers. Both grow by doubling, so whoever holds on to `bytes` or `numbers` takes them
 * anew after an allocation.
 */
export class SpliceMemory {
  bytes = Buffer.allocUnsafeSlow(firstBytes);
  numbers = new Int32Array(firstNumbers);
  /** Where the next bytes go. */
  usedBytes = 0;
  /** Where the next record goes; there is none at 0. */
  usedNumbers = 1;

  /** @returns where the bytes are; a byte that no JSON has stands behind them, so that scanning ends there */
  append(body: Uint8Array): number {
    const start = this.usedBytes;
    this.reserve(body.length + 1);
    this.bytes.set(body, start);
    this.bytes[start + body.length] = 0;
    this.usedBytes = start + body.length + 1;
    return start;
  }

  /** Makes room for so many bytes more. */
  reserve(size: number): void {
    const needed = this.usedBytes + size;
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.usedBytes));
    this.bytes = grown;
  }

  /** @returns where the numbers are, all of them 0 */
  allocate(size: number): number {
    const start = this.usedNumbers;
    const end = start + size;
    if (end > this.numbers.length) this.#grow(end);
    const { numbers } = this;
    for (let at = start; at < end; at += 1) numbers[at] = 0;
    this.usedNumbers = end;
    return start;
  }

  clear(): void {
    this.usedBytes = 0;
    this.usedNumbers = 1;
  }

  #grow(needed: number): void {
    const grown = new Int32Array(Math.max(needed, this.numbers.length * 2));
    grown.set(this.numbers);
    this.numbers = grown;
  }
}

/** Memory that is used again: to get it anew would cost as much as to fill it. */
export class MemoryPool {
  readonly #free: SpliceMemory[] = [];

  take(): SpliceMemory {
    return this.#free.pop() ?? new SpliceMemory();
  }

  giveBack(memory: SpliceMemory): void {
    const size = memory.bytes.length + memory.numbers.byteLength;
    if (this.#free.length >= mostKept || size > mostKeptBytes) return;
    memory.clear();
    this.#free.push(memory);
  }
}
