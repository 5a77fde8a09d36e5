import { parentPort, workerData } from 'node:worker_threads';

import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';

import type { PlannerData, PlannerMessage, PlanQuestion } from './planner-messages.ts';
import type { QueryPlan } from './query-plan.ts';
import { withoutUnresolvableKeys } from './without-unresolvable-keys.ts';

/** The thread in which operations are planned: one plan can take minutes, and blocks. */
const { sdl } = workerData as PlannerData;
const supergraph = Supergraph.build(withoutUnresolvableKeys(sdl), { supportedFeatures: null });
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });

parentPort?.on('message', (question: PlanQuestion) => answer(answerTo(question)));
answer({ kind: 'ready' });

function answerTo({ document }: PlanQuestion): PlannerMessage {
  try {
    return { kind: 'planned', plan: planOf(document) };
  } catch (thrown) {
    return { kind: 'refused', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function planOf(document: string): QueryPlan {
  const operation = operationFromDocument(apiSchema, parse(document, { noLocation: true }), {
    validate: false,
  });
  return planner.buildQueryPlan(operation);
}

function answer(message: PlannerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
