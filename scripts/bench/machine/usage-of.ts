import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants have used. */
export interface Usage {
  /** User and system time since the start, of all threads. */
  readonly cpuMilliseconds: number;
  /** Resident memory now. */
  readonly rssBytes: number;
}

/** USER_HZ, which Linux fixes at 100 for what it tells user space (proc_pid_stat(5)). */
const millisecondsPerTick = 10;
const bytesPerKilobyte = 1024;

/** Usage by /proc (Linux); null on systems without it, and for a process that has ended. */
export function usageOf(pid: number): Usage | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const used = family(pid).map(own);
  return {
    cpuMilliseconds: sum(used.map(({ cpuMilliseconds }) => cpuMilliseconds)),
    rssBytes: sum(used.map(({ rssBytes }) => rssBytes)),
  };
}

function family(pid: number): readonly number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => childrenOf(pid, task));
  return [pid, ...children.flatMap(family)];
}

function childrenOf(pid: number, task: string): readonly number[] {
  return readOr('', `/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number);
}

function own(pid: number): Usage {
  const [stat, status] = [readOr('', `/proc/${pid}/stat`), readOr('', `/proc/${pid}/status`)];
  // After the name in parentheses: state is field 3; utime, stime, cutime, cstime are fields 14 to 17.
  const ticks = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  return { cpuMilliseconds: sum(ticks) * millisecondsPerTick, rssBytes: kilobytes * bytesPerKilobyte };
}

function readOr(otherwise: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
