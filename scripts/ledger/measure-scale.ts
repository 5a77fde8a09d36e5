import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { verifyLedger } from '../../gateway/src/ledger/index.ts';
import type { LedgerLog } from '../../gateway/src/ledger/index.ts';
import { diskUse, logKey, measuredRecord, openMeasuredLog, recordBytes } from './measured-log.ts';

/** What a log of so many records takes. */
export interface ScaleFigures {
  readonly records: number;
  readonly recordBytes: number;
  /** Of the disk, everything: segments, tiles, bundles, checkpoints. */
  readonly diskBytesPerRecord: number;
  readonly segmentBytesPerRecord: number;
  readonly files: number;
  readonly writtenPerSecond: number;
  /** Until it appends, with the checkpoint that was published last. */
  readonly startMilliseconds: number;
  readonly verifiedPerSecond: number;
  /** Processor time of a record's verification, microseconds: the same however busy the machine is otherwise. */
  readonly verifyCpuMicroseconds: number;
  readonly problems: number;
}

const together = 1000;

/** Writes a log, opens it again, and verifies it. */
export async function measureScale(
  records: number,
  parent: string = tmpdir(),
  report: (line: string) => void = () => undefined,
): Promise<ScaleFigures> {
  const folder = await mkdtemp(join(parent, 'ledger-scale-'));
  try {
    const written = await write(folder, records, report);
    const started = performance.now();
    const log = await openMeasuredLog(folder);
    const startMilliseconds = Math.round(performance.now() - started);
    await log.close();
    report('verifying');
    const [verifying, cpu] = [performance.now(), process.cpuUsage()];
    const { problems } = await verifyLedger({
      directory: folder,
      logKeys: [logKey],
      witnessKeys: [],
      quorum: 0,
      known: [],
    });
    const verified = performance.now() - verifying;
    const { user, system } = process.cpuUsage(cpu);
    const all = await diskUse(folder);
    const segments = await diskUse(join(folder, 'segments'));
    return {
      records,
      recordBytes,
      diskBytesPerRecord: Math.round(all.bytes / records),
      segmentBytesPerRecord: Math.round(segments.bytes / records),
      files: all.files,
      writtenPerSecond: written,
      startMilliseconds,
      verifiedPerSecond: Math.round((records / verified) * 1000),
      verifyCpuMicroseconds: Math.round(((user + system) / records) * 10) / 10,
      problems: problems.length,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function write(folder: string, records: number, report: (line: string) => void): Promise<number> {
  const log = await openMeasuredLog(folder);
  const started = performance.now();
  try {
    for (let from = 0; from < records; from += together) {
      const numbers = Array.from({ length: Math.min(together, records - from) }, (_, index) => from + index);
      // oxlint-disable-next-line no-await-in-loop -- as many at a time as wait in a busy gateway
      await Promise.all(numbers.map(async (number) => appendPatiently(log, number)));
      if (from % 1_000_000 === 0) report(`${from} of ${records} written`);
    }
  } finally {
    await log.close();
  }
  return Math.round((records / (performance.now() - started)) * 1000);
}

/** As a client does that is told to come again: a disk that stalls for ten seconds is not waited for. */
async function appendPatiently(log: LedgerLog, number: number): Promise<void> {
  try {
    await log.append([measuredRecord(number)]);
  } catch (error) {
    if (!isErrorWithCode(error, 'LEDGER_UNAVAILABLE')) throw error;
    await pause(100);
    await appendPatiently(log, number);
  }
}

function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
