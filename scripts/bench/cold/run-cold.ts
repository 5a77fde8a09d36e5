import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { RunningContender } from '../contenders/index.ts';
import { ours, postRequest } from '../contenders/index.ts';
import type { Conversation } from '../machine/index.ts';
import { cores, pinThisProcess, talkTo } from '../machine/index.ts';
import { openCannedSubgraphs } from '../run/index.ts';
import { resident } from '../scenarios/index.ts';
import type { GraphQLRequest, Stage } from '../stage/index.ts';
import { gatewayCommand, openStage } from '../stage/index.ts';

/** How it is measured. */
export interface ColdOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Between the answer to one new operation and the next. */
  readonly pauseMilliseconds: number;
  readonly isFromSource: boolean;
  readonly report: (line: string) => void;
}

/** Milliseconds of one kind of request. */
export interface Times {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
}

/** What operations cost that the gateway has never seen, and what that costs those that it knows. */
export interface ColdResults {
  /** Requests/s of the warm traffic: half of what the gateway can take. */
  readonly rate: number;
  readonly warmAlone: Times;
  readonly warmBeside: Times;
  readonly cold: Times;
  readonly failures: number;
}

/**
 * Loads our gateway with one known operation at half of what it can take; first alone, then while operations come
 * that it sees for the first time, one after the other.
 */
export async function runCold(options: ColdOptions): Promise<ColdResults> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-cold-'));
  const command = await gatewayCommand(options.isFromSource);
  pinThisProcess(cores.others);
  const { subgraphs, close } = await resident.open(folder);
  try {
    const { query, variables } = resident;
    const body = JSON.stringify({ query, variables });
    const stage = await openStage({
      folder,
      gatewayCommand: command,
      origins: subgraphs,
      body,
      isSharing: false,
    });
    const canned = await openCannedSubgraphs(stage, subgraphs);
    try {
      return await onStage(stage, options);
    } finally {
      await canned.close();
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onStage(stage: Stage, options: ColdOptions): Promise<ColdResults> {
  const gateway = await ours.start(stage);
  const generator = talkTo('load');
  try {
    return await measure(gateway, generator, stage.request, options);
  } finally {
    await gateway.stop();
    await generator.close();
  }
}

interface LoadResult extends Times {
  readonly seconds: number;
  readonly failures: number;
}

async function measure(
  { url }: RunningContender,
  generator: Conversation,
  request: GraphQLRequest,
  { seconds, connections, pauseMilliseconds, report }: ColdOptions,
): Promise<ColdResults> {
  const order = { url, ...request, connections, milliseconds: seconds * 1000 };
  report('what the gateway can take');
  await generator.ask<LoadResult>(order);
  const full = await generator.ask<LoadResult>(order);
  const rate = Math.round(full.requests / full.seconds / 2);
  report(`known operations alone, ${rate} a second`);
  const warmAlone = await generator.ask<LoadResult>({ ...order, rate });
  report('known operations with new ones beside them');
  const warm = generator.ask<LoadResult>({ ...order, rate });
  const cold = await askNewOnes(url, request, { end: Date.now() + seconds * 1000, pauseMilliseconds });
  const warmBeside = await warm;
  const failures = warmAlone.failures + warmBeside.failures + cold.failures;
  return { rate, warmAlone: timesOf(warmAlone), warmBeside: timesOf(warmBeside), cold: cold.times, failures };
}

/** Operations that differ from all before in a selection, so that each is parsed, validated and planned. */
async function askNewOnes(
  url: string,
  { headers, body }: GraphQLRequest,
  { end, pauseMilliseconds }: { readonly end: number; readonly pauseMilliseconds: number },
): Promise<{ readonly times: Times; readonly failures: number }> {
  const { query, variables } = JSON.parse(body) as { readonly query: string; readonly variables: object };
  const times: number[] = [];
  let failures = 0;
  for (let index = 0; Date.now() < end; index += 1) {
    const fresh = query.replace('surname', `surname new${index}: surname`);
    const begun = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
    const answer = await postRequest(url, { headers, body: JSON.stringify({ query: fresh, variables }) });
    times.push(performance.now() - begun);
    if (!answer.data) failures += 1;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pause(pauseMilliseconds);
  }
  return { times: percentiles(times), failures };
}

function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { requests: times.length, p50: at(0.5), p99: at(0.99) };
}

function timesOf({ requests, p50, p99 }: LoadResult): Times {
  return { requests, p50, p99 };
}
