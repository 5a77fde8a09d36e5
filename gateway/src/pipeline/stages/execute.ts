import type { ExecutionResult } from 'graphql';

import type { Disclosure } from '../../authorization/index.ts';
import type { PlannedOperation, TextResult } from '../../execution/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added } from '../stage.ts';

/**
 * Asks the agencies and joins what they answer. What one of them can't answer is an error beside the rest, and
 * so is what one of them hasn't answered when the time for fetching is over. What is withheld gets its place and
 * its notice.
 */
export const execute: Stage<
  BegunRequest & {
    readonly planned: PlannedOperation;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly disclosure: Disclosure | null;
  },
  { readonly result: ExecutionResult | TextResult }
> = async ({ generation, planned, variables, requestId, deadline, disclosure }) => {
  const { fetchSignal: signal } = deadline;
  if (disclosure === null)
    return added({
      result: await generation.executor.executeAsText(planned, { variables, requestId, signal }),
    });
  const { context } = disclosure;
  const guard = disclosure.guard(planned);
  const asked = { variables, requestId, signal, context };
  const permitted = guard ? { ...asked, guard } : asked;
  if (disclosure.isWhole)
    return added({ result: await generation.executor.executeAsText(planned, permitted) });
  const result = await generation.executor.execute(planned, permitted);
  return added({ result: await disclosure.restore(result) });
};
