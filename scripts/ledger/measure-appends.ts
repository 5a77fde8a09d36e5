import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { measuredRecord, openMeasuredLog } from './measured-log.ts';

/** What appends come to with so many at a time. */
export interface AppendFigures {
  readonly concurrent: number;
  readonly recordsPerSecond: number;
  /** Processor time of a record, all threads, microseconds. */
  readonly cpuMicroseconds: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

/** Appends for so many seconds with so many appends under way at any time; each waits until its record is durable. */
export async function measureAppends(concurrent: number, seconds: number): Promise<AppendFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-appends-'));
  const log = await openMeasuredLog(folder);
  try {
    await appendFor(log, concurrent, 500, []);
    const latencies: number[] = [];
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    await appendFor(log, concurrent, seconds * 1000, latencies);
    const { user, system } = process.cpuUsage(cpu);
    const elapsed = (performance.now() - started) / 1000;
    const sorted = Float64Array.from(latencies).sort();
    const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? 0, 100);
    return {
      concurrent,
      recordsPerSecond: Math.round(latencies.length / elapsed),
      cpuMicroseconds: round((user + system) / latencies.length, 10),
      p50Milliseconds: at(0.5),
      p99Milliseconds: at(0.99),
    };
  } finally {
    await log.close();
    await rm(folder, { recursive: true });
  }
}

async function appendFor(
  log: Awaited<ReturnType<typeof openMeasuredLog>>,
  concurrent: number,
  milliseconds: number,
  latencies: number[],
): Promise<void> {
  const until = performance.now() + milliseconds;
  const appendOn = async (from: number): Promise<void> => {
    for (let number = from; performance.now() < until; number += concurrent) {
      const started = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- a request waits for its record
      await log.append([measuredRecord(number)]);
      latencies.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, async (_, index) => appendOn(index)));
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
