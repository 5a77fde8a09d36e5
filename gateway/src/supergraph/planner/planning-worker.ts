import { parentPort } from 'node:worker_threads';

import type { Schema } from '@apollo/federation-internals';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';

import type { PlannerMessage, PlannerQuestion } from './planner-messages.ts';
import type { QueryPlan } from './query-plan.ts';
import { withoutUnresolvableKeys } from './without-unresolvable-keys.ts';

interface BuiltPlanner {
  readonly apiSchema: Schema;
  readonly planner: QueryPlanner;
}

/** The thread in which operations are planned: one plan can take minutes, and blocks. */
const planners = new Map<number, BuiltPlanner>();

parentPort?.on('message', (question: PlannerQuestion) => parentPort?.postMessage(answerTo(question)));

function answerTo(question: PlannerQuestion): PlannerMessage {
  try {
    return answerOf(question);
  } catch (thrown) {
    return { kind: 'refused', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function answerOf(question: PlannerQuestion): PlannerMessage {
  if (question.kind === 'plan') {
    return { kind: 'planned', plan: planOf(question.document, planners.get(question.planner)) };
  }
  if (question.kind === 'build') planners.set(question.planner, build(question.sdl));
  else planners.delete(question.planner);
  return { kind: 'done' };
}

function build(sdl: string): BuiltPlanner {
  const supergraph = Supergraph.build(withoutUnresolvableKeys(sdl), { supportedFeatures: null });
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  return { apiSchema: supergraph.apiSchema(), planner };
}

function planOf(document: string, built: BuiltPlanner | undefined): QueryPlan {
  if (!built) throw new Error('The planner of this supergraph is gone.');
  const { apiSchema, planner } = built;
  const parsed = parse(document, { noLocation: true });
  return planner.buildQueryPlan(operationFromDocument(apiSchema, parsed, { validate: false }));
}
