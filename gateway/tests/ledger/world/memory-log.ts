import { failure } from '../../../src/errors/index.ts';
import type { LedgerLog } from '../../../src/ledger/index.ts';

/** A log that keeps its entries in memory, and can be told to fail or to wait. */
export interface MemoryLog extends LedgerLog {
  readonly entries: readonly Buffer[];
  /** What was recorded, without terms unless asked for. */
  readonly events: () => readonly Readonly<Record<string, unknown>>[];
  isBroken: boolean;
  /** Each append waits for it. */
  gate: Promise<void>;
}

export function memoryLog(kept: readonly Buffer[] = []): MemoryLog {
  const entries: Buffer[] = [...kept];
  const checkpoint = { origin: 'test', size: 0, root: new Uint8Array(32), note: '' };
  const log: MemoryLog = {
    entries,
    events: () => entries.map((entry) => JSON.parse(entry.toString()) as Readonly<Record<string, unknown>>),
    isBroken: false,
    gate: Promise.resolve(),
    async append(added) {
      await log.gate;
      if (log.isBroken) throw failure('LEDGER_UNAVAILABLE');
      const first = entries.length;
      entries.push(...added.map((entry) => Buffer.from(entry)));
      return first;
    },
    state: { kind: 'healthy' },
    get size() {
      return entries.length;
    },
    checkpoint,
    async *readFrom(sequence) {
      const size = entries.length;
      for (let at = sequence; at < size; at += 1) yield { sequence: at, entry: entries[at] ?? Buffer.of() };
    },
    publish: async () => checkpoint,
    close: async () => {},
  };
  return log;
}
