import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import { createEngine } from '../../src/execution/index.ts';
import { createPlanner } from '../../src/supergraph/index.ts';
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

function plannerOptions(timeoutMilliseconds: number, maximumWaiting = 10) {
  return { sdl: compose(alike).sdl, timeoutMilliseconds, maximumWaiting, log: silentLog };
}

describe('planning', () => {
  test('a plan that takes too long is refused, and the next one is made', async () => {
    const planner = await createPlanner(plannerOptions(1000));
    const refused = planner.plan(slow);
    const planned = planner.plan(quick);
    await expect(refused).rejects.toMatchObject({ code: 'OPERATION_LIMIT_EXCEEDED' });
    expect(await planned).toMatchObject({ kind: 'QueryPlan' });
    await planner.close();
  });

  test('the event loop turns while a plan is made', async () => {
    const planner = await createPlanner(plannerOptions(1000));
    const events: string[] = [];
    const refused = planner.plan(slow).catch(() => events.push('refused'));
    setTimeout(() => events.push('turned'), 1);
    await refused;
    expect(events).toEqual(['turned', 'refused']);
    await planner.close();
  });

  test('what waits too long in line is refused at once', async () => {
    const planner = await createPlanner(plannerOptions(5000, 1));
    const first = planner.plan(quick);
    await expect(planner.plan(quick)).rejects.toMatchObject({ code: 'OPERATION_LIMIT_EXCEEDED' });
    expect(await first).toMatchObject({ kind: 'QueryPlan' });
    await planner.close();
  });

  test('after closing there are no plans', async () => {
    const planner = await createPlanner(plannerOptions(5000));
    const waiting = planner.plan(slow);
    await Promise.all([planner.close(), expect(waiting).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })]);
    await expect(planner.plan(quick)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
  });

  test('what is no supergraph is refused at the start', async () => {
    const options = { ...plannerOptions(5000), sdl: 'type Query { a: Int }' };
    await expect(createPlanner(options)).rejects.toThrow('The planner cannot be built.');
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
