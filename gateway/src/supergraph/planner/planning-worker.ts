import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

import type { Schema } from '@apollo/federation-internals';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, parse } from 'graphql';

import { printedApi } from '../api-sdl.ts';
import type { PlannerMessage, PlannerQuestion } from './planner-messages.ts';
import type { QueryPlan } from './query-plan.ts';
import { withoutUnresolvableKeys } from './without-unresolvable-keys.ts';

/** A third of the time that others have: a plan still ends in time when all are busy. */
const lowerPriority = 5;

interface BuiltPlanner {
  readonly apiSchema: Schema;
  readonly planner: QueryPlanner;
}

/** The thread in which operations are planned: one plan can take minutes, and blocks. */
const planners = new Map<number, BuiltPlanner>();

giveWay();

parentPort?.on('message', (question: PlannerQuestion) => parentPort?.postMessage(answerTo(question)));

/**
 * Requests that are being answered come before plans for others where both have to share a core. On Linux the
 * priority is the calling thread's own (setpriority(2), "C library/kernel differences"); elsewhere it would be
 * the whole process's.
 */
function giveWay(): void {
  if (process.platform === 'linux') setPriority(lowerPriority);
}

function answerTo(question: PlannerQuestion): PlannerMessage {
  try {
    return answerOf(question);
  } catch (thrown) {
    const line = thrown instanceof GraphQLError ? thrown.locations?.[0]?.line : undefined;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'refused', reason, ...(line !== undefined && { line }) };
  }
}

function answerOf(question: PlannerQuestion): PlannerMessage {
  if (question.kind === 'plan') {
    return { kind: 'planned', plan: planOf(question.document, planners.get(question.planner)) };
  }
  if (question.kind === 'read') return { kind: 'read', apiSdl: printedApi(read(question.sdl)) };
  if (question.kind === 'build') planners.set(question.planner, build(question.sdl));
  else planners.delete(question.planner);
  return { kind: 'done' };
}

/** The supergraph that was read last, for the planner that is built from it next. */
let lastRead: { readonly sdl: string; readonly supergraph: Supergraph } | null = null;

function read(sdl: string): Supergraph {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: null });
  lastRead = { sdl, supergraph };
  return supergraph;
}

function build(sdl: string): BuiltPlanner {
  const supergraph = supergraphToPlan(withoutUnresolvableKeys(sdl));
  lastRead = null;
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  return { apiSchema: supergraph.apiSchema(), planner };
}

/** Whoever wrote the text or read it before has validated it. */
function supergraphToPlan(sdl: string): Supergraph {
  if (lastRead?.sdl === sdl) return lastRead.supergraph;
  return Supergraph.build(sdl, { supportedFeatures: null, validateSupergraph: false });
}

function planOf(document: string, built: BuiltPlanner | undefined): QueryPlan {
  if (!built) throw new Error('The planner of this supergraph is gone.');
  const { apiSchema, planner } = built;
  const parsed = parse(document, { noLocation: true });
  return planner.buildQueryPlan(operationFromDocument(apiSchema, parsed, { validate: false }));
}
