import type { ExecutionResult } from 'graphql';

import type { PlannedOperation } from '../../execution/index.ts';
import { unlessAborted } from '../deadline.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added } from '../stage.ts';

/**
 * Asks the agencies and joins what they answer. What one of them can't answer is an error beside the rest, and
 * so is what one of them hasn't answered when the time for fetching is over.
 */
export const execute: Stage<
  BegunRequest & {
    readonly planned: PlannedOperation;
    readonly variables: Readonly<Record<string, unknown>>;
  },
  { readonly result: ExecutionResult }
> = async ({ generation, planned, variables, requestId, signal, fetchSignal }) => {
  const execution = generation.hold(() =>
    generation.executor.execute(planned, { variables, requestId, signal: fetchSignal }),
  );
  return added({ result: await unlessAborted(signal, execution) });
};
