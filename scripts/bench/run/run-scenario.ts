import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Contender, RunningContender } from '../contenders/index.ts';
import { talkTo } from '../machine/index.ts';
import type { Figures } from '../measurement/index.ts';
import { figuresOf, median } from '../measurement/index.ts';
import type { OriginSubgraph, Scenario } from '../scenarios/index.ts';
import type { Stage } from '../stage/index.ts';
import { openStage } from '../stage/index.ts';
import { openCannedSubgraphs, recordFetches } from './canned-subgraphs.ts';
import type { BenchmarkOptions } from './options.ts';
import type { LeftOut } from './results.ts';
import type { TurnsTaken } from './take-turns.ts';
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

/** Starts everything that one query needs, measures, and ends it again, as often as is wanted. */
export async function runScenario(scenario: Scenario, run: ScenarioRun): Promise<ScenarioResults> {
  const folder = join(run.folder, scenario.name);
  await mkdir(folder, { recursive: true });
  const { subgraphs, close } = await scenario.open(folder);
  try {
    const { gatewayCommand, isSharing } = run;
    const { query, variables } = scenario;
    const body = JSON.stringify({ query, variables });
    const stage = await openStage({ folder, gatewayCommand, origins: subgraphs, body, isSharing });
    const runs: ProcessesRun[] = [];
    for (let start = 1; start <= run.starts; start += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      runs.push(await runOn(stage, subgraphs, scenario, run));
    }
    return together(runs);
  } finally {
    await close();
  }
}

/** What processes did that were started at one time. */
interface ProcessesRun {
  readonly taken: Readonly<Record<string, TurnsTaken>>;
  readonly leftOut: readonly LeftOut[];
}

/** What was left out once is left out, and why as it was said first. */
function together(runs: readonly ProcessesRun[]): ScenarioResults {
  const leftOut = runs.flatMap((run) => run.leftOut);
  const missing = new Set(leftOut.map(({ name }) => name));
  const names = Object.keys(runs[0]?.taken ?? {}).filter((name) => !missing.has(name));
  const figures = names.map(
    (name) => [name, figuresOfAll(runs.flatMap(({ taken }) => taken[name] ?? []))] as const,
  );
  return {
    figures: Object.fromEntries(figures),
    leftOut: [...missing].flatMap((name) => leftOut.find((each) => each.name === name) ?? []),
  };
}

function figuresOfAll(taken: readonly TurnsTaken[]): Figures {
  return figuresOf(
    taken.flatMap(({ samples }) => samples),
    {
      sameAnswer: taken.every((each) => each.sameAnswer),
      startMs: median(taken.map(({ startMilliseconds }) => startMilliseconds)) ?? 0,
    },
  );
}

async function runOn(
  stage: Stage,
  origins: readonly OriginSubgraph[],
  scenario: Scenario,
  run: ScenarioRun,
): Promise<ProcessesRun> {
  const canned = await openCannedSubgraphs(stage, origins);
  const generator = talkTo('load');
  const running = new Map<string, RunningContender>();
  try {
    const expected = await recordFetches(stage, canned);
    const leftOut = await startAll(run, stage, scenario, running);
    const { connections, seconds, rounds, warmRounds, isHalfLoad } = run;
    const load = {
      generator,
      subgraphs: canned,
      request: stage.request,
      connections,
      milliseconds: seconds * 1000,
    };
    const report = (line: string): void => run.report(`${scenario.name}: ${line}`);
    const turns = { running, expected, load, rounds, warmRounds, isHalfLoad, report };
    return { taken: await takeTurns(turns), leftOut };
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
