import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import { createEngine } from '../../src/execution/index.ts';
import { createPlanners } from '../../src/supergraph/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { compose } from './fixtures/compose.ts';
import { createLocalClient } from './fixtures/local-client.ts';

const entity = (fields: string) => `
  type Thing @key(fields: "id") { id: ID! things: [Thing] @shareable ${fields} }
`;

/** Agencies that could all answer everything: the planner weighs every combination. */
const alike = Object.fromEntries(
  ['a', 'b', 'c', 'd'].map((name) => [
    name,
    `type Query { thing: Thing @shareable } ${entity(`shared: Int @shareable own_${name}: Int`)}`,
  ]),
);

/** An operation that takes the planner far longer than the tests wait. */
const slow = `{ thing ${nested(9)} }`;

function nested(depth: number): string {
  const own = 'own_a own_b own_c own_d shared';
  return depth === 0
    ? `{ ${own} }`
    : `{ ${own} x: things ${nested(depth - 1)} y: things ${nested(depth - 1)} }`;
}

const quick = '{ thing { id } }';

const { sdl } = compose(alike);

/** A planner with its thread, which ends with it. */
async function openPlanner(timeoutMilliseconds: number, maximumWaiting = 10) {
  const planners = createPlanners({ timeoutMilliseconds, maximumWaiting, log: silentLog });
  const planner = await planners.plannerOf(sdl);
  return { plan: (document: string) => planner.plan(document), close: () => planners.close() };
}

describe('planning', () => {
  test('a plan that takes too long is refused, and the next one is made', async () => {
    const planner = await openPlanner(1000);
    const refused = planner.plan(slow);
    const planned = planner.plan(quick);
    await expect(refused).rejects.toMatchObject({ code: 'OPERATION_LIMIT_EXCEEDED' });
    expect(await planned).toMatchObject({ kind: 'QueryPlan' });
    await planner.close();
  });

  test('the event loop turns while a plan is made', async () => {
    const planner = await openPlanner(1000);
    const events: string[] = [];
    const refused = planner.plan(slow).catch(() => events.push('refused'));
    setTimeout(() => events.push('turned'), 1);
    await refused;
    expect(events).toEqual(['turned', 'refused']);
    await planner.close();
  });

  test('what waits too long in line is refused at once', async () => {
    const planner = await openPlanner(5000, 1);
    const first = planner.plan(quick);
    await expect(planner.plan(quick)).rejects.toMatchObject({ code: 'OPERATION_LIMIT_EXCEEDED' });
    expect(await first).toMatchObject({ kind: 'QueryPlan' });
    await planner.close();
  });

  test('after closing there are no plans', async () => {
    const planner = await openPlanner(5000);
    const waiting = planner.plan(slow);
    await Promise.all([planner.close(), expect(waiting).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })]);
    await expect(planner.plan(quick)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
  });

  test('what is no supergraph is refused, and others are planned for', async () => {
    const planners = createPlanners({ log: silentLog });
    await expect(planners.plannerOf('type Query { a: Int }')).rejects.toThrow('The planner cannot be built.');
    const planner = await planners.plannerOf(sdl);
    expect(await planner.plan(quick)).toMatchObject({ kind: 'QueryPlan' });
    await planners.close();
  });

  test('a supergraph that is closed leaves the others planned for, also by a new thread', async () => {
    const planners = createPlanners({ timeoutMilliseconds: 1000, log: silentLog });
    const [closed, kept] = [await planners.plannerOf(sdl), await planners.plannerOf(sdl)];
    await closed.close();
    await expect(closed.plan(quick)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    await expect(kept.plan(slow)).rejects.toMatchObject({ code: 'OPERATION_LIMIT_EXCEEDED' });
    expect(await kept.plan(quick)).toMatchObject({ kind: 'QueryPlan' });
    await planners.close();
  });
});

function toPlan(query: string, operationName: string | null = null) {
  return { document: parse(query), operationName, key: `${operationName} ${query}` };
}

describe('planned operations', () => {
  const supergraph = compose(alike);
  const engineWith = (options: { maximumPlans?: number }) =>
    createEngine({ supergraph, client: createLocalClient({}), log: silentLog, ...options });
  test('are planned once for all that ask at the same time, and kept', async () => {
    const engine = await engineWith({});
    const [first, second] = await Promise.all([engine.plan(toPlan(quick)), engine.plan(toPlan(quick))]);
    expect(first).toBe(second);
    expect(await engine.plan(toPlan(quick))).toBe(first);
    await engine.close();
  });

  test('are kept up to a bound', async () => {
    const engine = await engineWith({ maximumPlans: 1 });
    const first = await engine.plan(toPlan(quick));
    await engine.plan(toPlan('{ thing { shared } }'));
    expect(await engine.plan(toPlan(quick))).not.toBe(first);
    await engine.close();
  });

  test('that are not in the document are refused', async () => {
    const engine = await engineWith({});
    const planned = engine.plan(toPlan('query A { thing { id } }', 'B'));
    await expect(planned).rejects.toMatchObject({ code: 'OPERATION_RESOLUTION_FAILURE' });
    await engine.close();
  });
});
