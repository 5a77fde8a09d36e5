import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { pinnedTo } from './cores.ts';

/** How a process is started. */
export interface ProcessOptions {
  readonly command: readonly string[];
  readonly core: number;
  readonly folder: string;
  /** Receives all that it writes. */
  readonly logFile: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Resolves to null once it can be used, and to what is missing until then; asked again and again. */
  readonly whatIsMissing: () => Promise<string | null>;
}

/** A process that is ready. */
export interface RunningProcess {
  readonly pid: number;
  readonly startMilliseconds: number;
  readonly stop: () => Promise<void>;
}

/** None may outlive the benchmark, however that ends. */
const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

const readyWithinMilliseconds = 60_000;
const pollMilliseconds = 20;
const endWithinMilliseconds = 5000;

/**
 * Starts a process on one core and waits until it is ready.
 *
 * @throws Error that quotes the end of what it wrote, when it ends or isn't ready in time, and says what is missing.
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const begun = performance.now();
  const child = spawned(options);
  const stop = async (): Promise<void> => ended(child);
  const missing = await waitUntilReady(child, options.whatIsMissing);
  if (missing === null) return { pid: child.pid ?? 0, startMilliseconds: performance.now() - begun, stop };
  await stop();
  throw new Error(`It did not start: ${missing}. It wrote: ${await lastWords(options.logFile)}`);
}

function spawned({ command, core, folder, logFile, environment }: ProcessOptions): ChildProcess {
  const [program = '', ...words] = pinnedTo(core, command);
  const log = openSync(logFile, 'a');
  const env = { ...process.env, ...environment };
  const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', log, log] });
  child.on('error', () => undefined);
  closeSync(log);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

async function waitUntilReady(
  child: ChildProcess,
  whatIsMissing: ProcessOptions['whatIsMissing'],
): Promise<string | null> {
  const deadline = Date.now() + readyWithinMilliseconds;
  let missing: string | null = 'it ended at once';
  while (Date.now() < deadline && isAlive(child)) {
    // Asked one after another, until it answers.
    // oxlint-disable-next-line no-await-in-loop
    missing = await whatIsMissing();
    if (missing === null) return null;
    // oxlint-disable-next-line no-await-in-loop
    await pause(pollMilliseconds);
  }
  return missing;
}

function isAlive(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function ended(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), endWithinMilliseconds);
  await exit;
  clearTimeout(patience);
}

async function lastWords(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8');
  return text.trim().split('\n').slice(-5).join(' | ').slice(-600) || 'nothing';
}
