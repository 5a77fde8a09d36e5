import type { PlanStep } from './plan-step.ts';

/**
 * Joins entity fetches that differ in their place only. Only fetches that wait for the same steps are
 * joined, so that none waits for a slower one that it doesn't need. Joining two may make two others that
 * wait for them alike, so this goes on until nothing changes.
 */
export function batchSteps(steps: readonly PlanStep[]): readonly PlanStep[] {
  const groups = grouped(steps, identityOf);
  if (groups.size === steps.length) return steps;
  return batchSteps(joined([...groups.values()]));
}

function grouped(
  steps: readonly PlanStep[],
  identity: (step: PlanStep) => string,
): ReadonlyMap<string, readonly PlanStep[]> {
  const groups = new Map<string, PlanStep[]>();
  for (const step of steps) {
    const key = identity(step);
    const group = groups.get(key);
    if (group) group.push(step);
    else groups.set(key, [step]);
  }
  return groups;
}

function identityOf({ id, fetch, conditions, after }: PlanStep): string {
  const { serviceName, operation, requires, inputRewrites, outputRewrites, contextRewrites } = fetch;
  if (!requires || contextRewrites) return `${id}`;
  const earlier = [...after].sort((a, b) => a - b);
  const parts = [withoutName(operation), requires, inputRewrites, outputRewrites, conditions, earlier];
  return JSON.stringify([serviceName, ...parts]);
}

/** The planner numbers the names of its operations: what comes before the variables says nothing. */
function withoutName(operation: string): string {
  return operation.replace(/^query\s+\w+/, 'query');
}

function joined(groups: readonly (readonly PlanStep[])[]): readonly PlanStep[] {
  const ids = new Map(groups.flatMap((group) => group.map(({ id }) => [id, group[0]?.id ?? id] as const)));
  return groups.map((group) => {
    const [first] = group as [PlanStep];
    const after = new Set([...first.after].map((before) => ids.get(before) ?? before));
    return { ...first, after, paths: distinct(group.flatMap(({ paths }) => paths)) };
  });
}

function distinct(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [path.join(' '), path])).values()];
}
