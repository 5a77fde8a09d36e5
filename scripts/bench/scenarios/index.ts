import { errors } from './errors/index.ts';
import { lists } from './lists/index.ts';
import { resident } from './resident/index.ts';
import type { Scenario } from './scenario.ts';

export { resident } from './resident/index.ts';
export type { OriginSubgraph, Scenario } from './scenario.ts';

/** The benchmark's questions, in the order in which they are put. */
export const scenarios: readonly Scenario[] = [resident, lists, errors];
