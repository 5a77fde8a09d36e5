import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How one of the demonstration's processes is started. */
export interface ServiceOptions {
  /** What people call it: an agency's name, or `gateway`. */
  readonly name: string;
  /** The TypeScript file to run, with its arguments. */
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Answers 200 once the service is ready. */
  readonly readyUrl: string;
  /** Receives all that the process writes. */
  readonly logFile: string;
}

/** A running process of the demonstration. */
export interface Service {
  readonly name: string;
  readonly processId: number;
  /** What starts the same again in a terminal. */
  readonly command: string;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks the process to drain and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

const nodeOptions = ['--conditions=source', '--import', 'tsx'];
const readyWithinMilliseconds = 60_000;
const drainWithinMilliseconds = 10_000;
const pollMilliseconds = 50;

/**
 * Starts a process and waits until it is ready.
 *
 * @throws Error that names the service and quotes the end of its log, when it ends or is not ready in time.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const log = openSync(options.logFile, 'a');
  const child = spawn(process.execPath, [...nodeOptions, ...options.command], {
    stdio: ['ignore', log, log],
    env: { ...process.env, ...options.environment },
  });
  closeSync(log);
  const ended = once(child, 'exit').then(() => undefined);
  try {
    await ready(child, options);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    name: options.name,
    processId: child.pid ?? 0,
    command: commandLine(options),
    ended,
    stop: () => stop(child, ended),
  };
}

function commandLine({ command, environment = {} }: ServiceOptions): string {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return [...variables, 'node', ...nodeOptions, ...command].join(' ');
}

async function ready(child: ChildProcess, options: ServiceOptions): Promise<void> {
  const deadline = Date.now() + readyWithinMilliseconds;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await answers(options.readyUrl)) return;
    await pause(pollMilliseconds);
  }
  throw new Error(
    `${options.name} did not start. The end of ${options.logFile}:\n${await endOf(options.logFile)}`,
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function endOf(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
  return lines.slice(-15).join('\n');
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), drainWithinMilliseconds);
  await ended;
  clearTimeout(killer);
}
