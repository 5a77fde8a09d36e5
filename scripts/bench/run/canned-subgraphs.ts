import { writeFile } from 'node:fs/promises';

import type { GraphQLAnswer } from '../contenders/index.ts';
import { ours, postRequest } from '../contenders/index.ts';
import type { Conversation } from '../machine/index.ts';
import { talkTo } from '../machine/index.ts';
import type { OriginSubgraph } from '../scenarios/index.ts';
import type { Stage } from '../stage/index.ts';
import { fetchPlanFile } from '../stage/index.ts';

interface RecordedFetch {
  /** 0 for what is fetched first, 1 for what needs its answer, and so on. */
  readonly level: number;
  readonly port: number;
  readonly body: string;
}

/** Starts the subgraphs that answer from memory, with the real ones behind them. */
export async function openCannedSubgraphs(
  { subgraphs }: Stage,
  origins: readonly OriginSubgraph[],
): Promise<Conversation> {
  const canned = talkTo('canned-subgraphs');
  const ports = subgraphs.map(({ name, port }) => ({
    port,
    origin: origins.find((origin) => origin.name === name)?.url,
  }));
  await canned.ask({ kind: 'serve', subgraphs: ports });
  return canned;
}

/**
 * Asks our gateway once, and writes down what it fetches for that, for the proxies to repeat.
 *
 * @returns the answer that all others are compared with
 */
export async function recordFetches(stage: Stage, canned: Conversation): Promise<GraphQLAnswer> {
  const gateway = await ours.start(stage);
  try {
    await canned.ask({ kind: 'record' });
    const answer = await postRequest(gateway.url, stage.request);
    const { fetches } = await canned.ask<{ readonly fetches: readonly RecordedFetch[] }>({
      kind: 'recorded',
    });
    const plan = { levels: levelsOf(fetches), answer: JSON.stringify(answer) };
    await writeFile(fetchPlanFile(stage.folder), JSON.stringify(plan));
    return answer;
  } finally {
    await gateway.stop();
  }
}

function levelsOf(fetches: readonly RecordedFetch[]): readonly (readonly object[])[] {
  const deepest = Math.max(-1, ...fetches.map(({ level }) => level));
  return Array.from({ length: deepest + 1 }, (_, level) =>
    fetches
      .filter((fetch) => fetch.level === level)
      .map(({ port, body }) => ({ url: `http://127.0.0.1:${port}/graphql`, body })),
  );
}
