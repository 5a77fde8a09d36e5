import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Contender, RunningContender } from '../contenders/index.ts';
import { talkTo } from '../machine/index.ts';
import type { Figures } from '../measurement/index.ts';
import type { OriginSubgraph, Scenario } from '../scenarios/index.ts';
import type { Stage } from '../stage/index.ts';
import { openStage } from '../stage/index.ts';
import { openCannedSubgraphs, recordFetches } from './canned-subgraphs.ts';
import type { BenchmarkOptions } from './options.ts';
import type { LeftOut } from './results.ts';
import { takeTurns } from './take-turns.ts';

/** What every scenario's run is given. */
export interface ScenarioRun extends BenchmarkOptions {
  readonly folder: string;
  readonly gatewayCommand: readonly string[];
}

/** One query's figures. */
export interface ScenarioResults {
  readonly figures: Readonly<Record<string, Figures>>;
  readonly leftOut: readonly LeftOut[];
}

/** Starts everything that one query needs, measures, and ends it again. */
export async function runScenario(scenario: Scenario, run: ScenarioRun): Promise<ScenarioResults> {
  const folder = join(run.folder, scenario.name);
  await mkdir(folder, { recursive: true });
  const { subgraphs, close } = await scenario.open(folder);
  try {
    const { gatewayCommand, isSharing } = run;
    const { query, variables } = scenario;
    const body = JSON.stringify({ query, variables });
    const stage = await openStage({ folder, gatewayCommand, origins: subgraphs, body, isSharing });
    return await runOn(stage, subgraphs, scenario, run);
  } finally {
    await close();
  }
}

async function runOn(
  stage: Stage,
  origins: readonly OriginSubgraph[],
  scenario: Scenario,
  run: ScenarioRun,
): Promise<ScenarioResults> {
  const canned = await openCannedSubgraphs(stage, origins);
  const generator = talkTo('load');
  const running = new Map<string, RunningContender>();
  try {
    const expected = await recordFetches(stage, canned);
    const leftOut = await startAll(run, stage, scenario, running);
    const { connections, seconds, rounds } = run;
    const load = {
      generator,
      subgraphs: canned,
      request: stage.request,
      connections,
      milliseconds: seconds * 1000,
    };
    const report = (line: string): void => run.report(`${scenario.name}: ${line}`);
    return { figures: await takeTurns({ running, expected, load, rounds, report }), leftOut };
  } finally {
    await Promise.all([...running.values()].map((contender) => contender.stop()));
    await Promise.all([canned.close(), generator.close()]);
  }
}

/** Starts one after another, so that each has the core to itself while it starts. */
async function startAll(
  { contenders, report }: ScenarioRun,
  stage: Stage,
  { name: query }: Scenario,
  running: Map<string, RunningContender>,
): Promise<readonly LeftOut[]> {
  const leftOut: LeftOut[] = [];
  for (const contender of contenders) {
    report(`${query}: starting ${contender.name}`);
    // oxlint-disable-next-line no-await-in-loop
    const reason = await started(contender, stage, running);
    if (reason !== null) leftOut.push({ query, name: contender.name, reason });
  }
  return leftOut;
}

async function started(
  contender: Contender,
  stage: Stage,
  running: Map<string, RunningContender>,
): Promise<string | null> {
  try {
    running.set(contender.name, await contender.start(stage));
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
