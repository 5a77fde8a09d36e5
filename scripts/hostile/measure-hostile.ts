import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { HostileDocument } from '../../gateway/tests/hostile/index.ts';
import { hostileDocuments } from '../../gateway/tests/hostile/index.ts';
import { cores, pinThisProcess, usageOf } from '../bench/machine/index.ts';
import type { Target } from './open-target.ts';
import { openTarget } from './open-target.ts';

/** In which each of them has to be refused. */
export const mostMilliseconds = 50;

/** How one document was answered. */
export interface HostileFigures {
  readonly name: string;
  /** Whether each answer was the one that it has to be: a 400 with its code. */
  readonly isRefused: boolean;
  /** Of all its answers, from the first byte of the request to the last of the answer. */
  readonly medianMs: number;
  readonly worstMs: number;
  /** Of the gateway's own time, user and system, for one answer. */
  readonly cpuMs: number | null;
  /** By which the gateway's resident memory grew while it was sent. */
  readonly grownMb: number | null;
}

/** How all of them were. */
export interface HostileResults {
  readonly documents: readonly HostileFigures[];
  /** A harmless query, just as often: what of the times is the machine's. */
  readonly harmless: HostileFigures;
  /** The gateway's resident memory before and after all that counts. */
  readonly memoryMb: readonly [before: number | null, after: number | null];
}

/** How often each is sent. */
export interface HostileOptions {
  readonly times: number;
  readonly report: (line: string) => void;
}

const harmless = { name: 'a harmless query', query: '{ __typename }', outcome: '200' };
const bytesPerMegabyte = 1024 * 1024;

/**
 * Sends every hostile document of the tests to a gateway, one after the other: first all of them without counting,
 * until nothing is slow for being new, and then each so many times.
 */
export async function measureHostile({ times, report }: HostileOptions): Promise<HostileResults> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-hostile-'));
  pinThisProcess(cores.others);
  try {
    const target = await openTarget(folder);
    try {
      report('warming up');
      for (let round = 0; round < times; round += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time is what is measured
        await measureAll(target, 1);
      }
      report(`sending ${hostileDocuments.length} documents ${times} times each`);
      const before = memoryOf(target);
      const documents = await measureAll(target, times);
      const memoryMb = [before, memoryOf(target)] as const;
      return { documents, harmless: await measureOne(target, harmless, times * 10), memoryMb };
    } finally {
      await target.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureAll(target: Target, times: number): Promise<readonly HostileFigures[]> {
  const figures: HostileFigures[] = [];
  for (const document of hostileDocuments) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time is what is measured
    figures.push(await measureOne(target, { ...document, outcome: `400 ${document.code}` }, times));
  }
  return figures;
}

/** A document and what it has to be answered with. */
interface Sent extends Pick<HostileDocument, 'name' | 'query' | 'variables'> {
  readonly outcome: string;
}

async function measureOne(target: Target, document: Sent, times: number): Promise<HostileFigures> {
  const before = usageOf(target.pid);
  const answers: Answered[] = [];
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time is what is measured
    answers.push(await send(target, document));
  }
  const after = usageOf(target.pid);
  const taken = answers.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  return {
    name: document.name,
    isRefused: answers.every(({ outcome }) => outcome === document.outcome),
    medianMs: taken[Math.floor(times / 2)] ?? 0,
    worstMs: taken.at(-1) ?? 0,
    cpuMs: before && after && (after.cpuMilliseconds - before.cpuMilliseconds) / times,
    grownMb: before && after && (after.rssBytes - before.rssBytes) / bytesPerMegabyte,
  };
}

interface Answered {
  readonly outcome: string;
  readonly milliseconds: number;
}

interface Body {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

async function send({ url, headers }: Target, { query, variables = '{}' }: Sent): Promise<Answered> {
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const begun = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  const milliseconds = performance.now() - begun;
  const { errors } = JSON.parse(text) as Body;
  const codes = (errors ?? []).slice(0, 1).map(({ extensions }) => extensions?.code ?? 'without a code');
  return { outcome: [response.status, ...codes].join(' '), milliseconds };
}

function memoryOf({ pid }: Target): number | null {
  const usage = usageOf(pid);
  return usage && usage.rssBytes / bytesPerMegabyte;
}
