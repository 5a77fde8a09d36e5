import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { openLedgerLog, verifierKeyOf, verifyLedger } from '../../gateway/src/ledger/index.ts';

/** What came of killing a process that appends. */
export interface KillFigures {
  readonly kills: number;
  readonly acknowledged: number;
  readonly records: number;
  /** Acknowledged, and not in the log at the place that was acknowledged. */
  readonly lost: number;
  /** In the log more than once. */
  readonly doubled: number;
  /** Times that the log was refused, or found not to be sound. */
  readonly broken: number;
  readonly slowestStartMilliseconds: number;
}

const writer = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
const nothing = (): void => {};
const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** As the process that is killed has it. */
const originOfKilledLog = 'killed.example/ledger';

/**
 * Lets a process append under load, kills it (SIGKILL) at a random moment, opens what it left, and compares it with
 * what was acknowledged; again and again over the same log.
 */
export async function killWriter(
  kills: number,
  mostMilliseconds: number,
  report: (line: string) => void = nothing,
): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-kill-'));
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const acknowledged = new Map<number, string>();
  const counts = { lost: 0, doubled: 0, broken: 0, records: 0, slowestStartMilliseconds: 0 };
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each goes on where the one before was killed
      await writeUntilKilled(folder, key, kill, Math.random() * mostMilliseconds, acknowledged);
      // oxlint-disable-next-line no-await-in-loop
      const found = await look(folder, privateKey, acknowledged);
      counts.lost += found.lost;
      counts.doubled += found.doubled;
      counts.broken += found.isSound ? 0 : 1;
      counts.records = found.records;
      counts.slowestStartMilliseconds = Math.max(counts.slowestStartMilliseconds, found.startMilliseconds);
      report(
        `kill ${kill}: ${found.records} records, ${acknowledged.size} acknowledged, ${counts.lost} lost`,
      );
    }
    return { kills, acknowledged: acknowledged.size, ...counts };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Kills the process so long after its first acknowledgement. */
async function writeUntilKilled(
  folder: string,
  key: string,
  kill: number,
  milliseconds: number,
  acknowledged: Map<number, string>,
): Promise<void> {
  const file = `${folder}.acknowledged`;
  // A file, since what was written to it is there however its writer ends.
  const output = openSync(file, 'w');
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', writer], {
    env: { ...process.env, LEDGER_FOLDER: folder, LEDGER_KEY: key, LEDGER_RUN: String(kill) },
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  // oxlint-disable-next-line no-await-in-loop -- until it has begun
  while (statSync(file).size === 0 && child.exitCode === null) await pause(5);
  await pause(milliseconds);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error('The process ended before it was killed.');
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [sequence, name] = line.split(' ');
    // The last line may have been cut through.
    if (sequence && name?.endsWith(';')) acknowledged.set(Number(sequence), name);
  }
  await rm(file);
}

async function look(
  folder: string,
  signingKey: ReturnType<typeof generateKeyPairSync>['privateKey'],
  acknowledged: ReadonlyMap<number, string>,
) {
  const started = performance.now();
  const log = await openLedgerLog({
    directory: folder,
    origin: originOfKilledLog,
    signingKey,
    log: silence,
  }).catch(() => null);
  const startMilliseconds = Math.round(performance.now() - started);
  if (log === null) return { lost: 0, doubled: 0, isSound: false, records: 0, startMilliseconds };
  const names: string[] = [];
  for await (const { entry } of log.readFrom(0)) names.push(nameIn(entry));
  await log.close();
  const lost = [...acknowledged].filter(([sequence, name]) => names[sequence] !== name).length;
  const { problems, uncovered } = await verifyLedger({
    directory: folder,
    logKeys: [verifierKeyOf(originOfKilledLog, signingKey, 'ed25519')],
    witnessKeys: [],
    quorum: 0,
    known: [],
  });
  return {
    lost,
    doubled: names.length - new Set(names).size,
    isSound: problems.length === 0 && uncovered === 0,
    records: names.length,
    startMilliseconds,
  };
}

function nameIn(entry: Uint8Array): string {
  return (JSON.parse(Buffer.from(entry).toString()) as { readonly name: string }).name;
}
