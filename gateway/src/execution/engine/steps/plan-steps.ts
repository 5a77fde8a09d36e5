import { UnreachableCaseError } from '../../../errors/index.ts';
import type { PlanNode, QueryPlan } from '../../../supergraph/index.ts';
import type { Condition, PlanStep } from './plan-step.ts';

type StepIds = ReadonlySet<number>;

interface Place {
  readonly path: readonly string[];
  readonly conditions: readonly Condition[];
}

/**
 * A plan as the steps that it consists of, each with the steps that it has to wait for.
 * A fetch in a sequence waits for the last fetches of what stands before it, and for nothing else.
 */
export function planSteps(plan: QueryPlan): readonly PlanStep[] {
  if (plan.node === undefined) return [];
  if (plan.node.kind === 'Subscription') throw new TypeError('Subscriptions are not executed.');
  const steps: PlanStep[] = [];
  collect(plan.node, new Set(), { path: [], conditions: [] }, steps);
  return steps;
}

/** @returns the last steps of the node: what comes after it in a sequence waits for them */
function collect(node: PlanNode, after: StepIds, place: Place, steps: PlanStep[]): StepIds {
  switch (node.kind) {
    case 'Fetch': {
      const id = steps.length;
      steps.push({ id, fetch: node, paths: [place.path], conditions: place.conditions, after });
      return new Set([id]);
    }
    case 'Flatten':
      return collect(node.node, after, { ...place, path: [...place.path, ...node.path.map(String)] }, steps);
    case 'Sequence':
      return node.nodes.reduce((last, next) => {
        const sinks = collect(next, last, place, steps);
        return sinks.size > 0 ? sinks : last;
      }, after);
    case 'Parallel':
      return union(node.nodes.map((next) => collect(next, after, place, steps)));
    case 'Condition':
      return union([
        after,
        collectClause(node.ifClause, { variable: node.condition, value: true }, after, place, steps),
        collectClause(node.elseClause, { variable: node.condition, value: false }, after, place, steps),
      ]);
    case 'Defer':
      throw new TypeError('The planner was not asked for @defer.');
    default:
      throw new UnreachableCaseError(node);
  }
}

function collectClause(
  clause: PlanNode | undefined,
  condition: Condition,
  after: StepIds,
  place: Place,
  steps: PlanStep[],
): StepIds {
  if (!clause) return after;
  return collect(clause, after, { ...place, conditions: [...place.conditions, condition] }, steps);
}

function union(sets: readonly StepIds[]): StepIds {
  return new Set(sets.flatMap((set) => [...set]));
}
