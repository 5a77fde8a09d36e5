import type { ExecutionResult } from 'graphql';

import type { PlannedOperation } from '../../execution/index.ts';
import { unlessAborted } from '../deadline.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added } from '../stage.ts';

/** Asks the agencies and joins what they answer. What one of them can't answer is an error beside the rest. */
export const execute: Stage<
  BegunRequest & {
    readonly planned: PlannedOperation;
    readonly variables: Readonly<Record<string, unknown>>;
  },
  { readonly result: ExecutionResult }
> = async ({ generation, planned, variables, requestId, signal }) => {
  const execution = generation.hold(() =>
    generation.executor.execute(planned, { variables, requestId, signal }),
  );
  return added({ result: await unlessAborted(signal, execution) });
};
