import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installPeers } from '../contenders/index.ts';
import { cores, isPinned, pinThisProcess } from '../machine/index.ts';
import type { Scenario } from '../scenarios/index.ts';
import { gatewayCommand } from '../stage/index.ts';
import type { BenchmarkOptions } from './options.ts';
import type { BenchmarkResults, LeftOut } from './results.ts';
import type { ScenarioResults } from './run-scenario.ts';
import { runScenario } from './run-scenario.ts';

/** Installs and builds what is needed, and measures all contenders on all queries. */
export async function runBenchmark(options: BenchmarkOptions): Promise<BenchmarkResults> {
  const missing = await missingPeers(options);
  const contenders = options.contenders.filter(({ isPeer }) => missing === null || !isPeer);
  const command = await gatewayCommand(options.isFromSource);
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-bench-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  pinThisProcess(cores.others);
  try {
    const run = { ...options, contenders, folder, gatewayCommand: command };
    const measured: (readonly [Scenario, ScenarioResults])[] = [];
    for (const scenario of options.scenarios) {
      // oxlint-disable-next-line no-await-in-loop
      measured.push([scenario, await runScenario(scenario, run)]);
    }
    return resultsOf(options, measured, missing === null ? [] : leftOutPeers(options, missing));
  } finally {
    process.off('exit', removeFolder);
    removeFolder();
  }
}

async function missingPeers({ contenders, report }: BenchmarkOptions): Promise<string | null> {
  if (!contenders.some(({ isPeer }) => isPeer)) return null;
  report('installing the other gateways, if they are not there yet');
  return installPeers();
}

function leftOutPeers({ contenders, scenarios }: BenchmarkOptions, reason: string): readonly LeftOut[] {
  const peers = contenders.filter(({ isPeer }) => isPeer);
  return scenarios.flatMap(({ name: query }) => peers.map(({ name }) => ({ query, name, reason })));
}

function resultsOf(
  { rounds, starts, seconds, connections, isHalfLoad, isSharing }: BenchmarkOptions,
  measured: readonly (readonly [Scenario, ScenarioResults])[],
  withoutPeers: readonly LeftOut[],
): BenchmarkResults {
  return {
    queries: Object.fromEntries(measured.map(([{ name }, { figures }]) => [name, figures])),
    leftOut: [...withoutPeers, ...measured.flatMap(([, { leftOut }]) => leftOut)],
    isPinned,
    isSharing,
    rounds,
    starts,
    seconds,
    connections,
    isHalfLoad,
    node: process.version,
  };
}
