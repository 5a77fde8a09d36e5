import type { RunningContender } from '../contenders/index.ts';
import type { Conversation, Usage } from '../machine/index.ts';
import { usageOf } from '../machine/index.ts';
import type { GraphQLRequest } from '../stage/index.ts';
import type { Sample } from './sample.ts';

/** How a contender is loaded. */
export interface Load {
  readonly generator: Conversation;
  readonly subgraphs: Conversation;
  readonly request: GraphQLRequest;
  readonly connections: number;
  readonly milliseconds: number;
  /** Requests/s of all connections together; without it each asks again as soon as it is answered. */
  readonly rate?: number;
}

interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
}

const memoryEveryMilliseconds = 200;
const bytesPerMegabyte = 1024 * 1024;

/** Loads a contender for a while, and says what it did and what it used for it. */
export async function measure({ url, pid }: RunningContender, load: Load): Promise<Sample> {
  const { generator, subgraphs, request, connections, milliseconds, rate } = load;
  const fetchesBefore = await countRequests(subgraphs);
  const before = usageOf(pid);
  const memory = watchMemory(pid);
  const result = await generator.ask<LoadResult>({ url, ...request, connections, milliseconds, rate });
  const rssMb = memory.most();
  const cpuMs = cpuPerRequest(before, usageOf(pid), result.requests);
  const { requests, seconds, p50, p99, failures } = result;
  const fetches = ((await countRequests(subgraphs)) - fetchesBefore) / requests;
  return { rps: requests / seconds, cpuMs, p50, p99, rssMb, fetches, failures };
}

async function countRequests(subgraphs: Conversation): Promise<number> {
  return (await subgraphs.ask<{ readonly requests: number }>({ kind: 'count' })).requests;
}

function cpuPerRequest(before: Usage | null, after: Usage | null, requests: number): number | null {
  if (before === null || after === null || requests === 0) return null;
  return (after.cpuMilliseconds - before.cpuMilliseconds) / requests;
}

function watchMemory(pid: number): { readonly most: () => number | null } {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, usageOf(pid)?.rssBytes ?? 0);
  };
  const timer = setInterval(look, memoryEveryMilliseconds);
  return {
    most: () => {
      clearInterval(timer);
      look();
      return most === 0 ? null : most / bytesPerMegabyte;
    },
  };
}
