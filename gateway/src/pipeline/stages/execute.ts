import type { ExecutionResult, OperationDefinitionNode } from 'graphql';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { DisclosedResident, Disclosure } from '../../authorization/index.ts';
import { failure } from '../../errors/index.ts';
import type { PlannedOperation, TextResult } from '../../execution/index.ts';
import type { ParsedDocument } from '../../operation/index.ts';
import { recordUndelivered } from '../record-undelivered.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/**
 * Asks the agencies and joins what they answer. What one of them can't answer is an error beside the rest, and
 * so is what one of them hasn't answered when the time for fetching is over. What is withheld gets its place and
 * its notice. If it can't be told whom the answer discloses, there is none.
 */
export const execute: Stage<
  BegunRequest & {
    readonly caller: Caller;
    readonly purposeOfUse: PurposeOfUse | null;
    readonly parsed: ParsedDocument;
    readonly operation: OperationDefinitionNode;
    readonly planned: PlannedOperation;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly disclosure: Disclosure | null;
  },
  {
    readonly result: ExecutionResult | TextResult;
    readonly disclosed: readonly DisclosedResident[] | null;
  }
> = async (request, tools) => {
  const { generation, planned, variables, requestId, deadline, disclosure } = request;
  const { fetchSignal: signal } = deadline;
  if (disclosure === null) {
    const result = await generation.executor.executeAsText(planned, { variables, requestId, signal });
    return added({ result, disclosed: null });
  }
  const { context } = disclosure;
  const guard = disclosure.guard(planned);
  const asked = { variables, requestId, signal, context };
  const permitted = guard ? { ...asked, guard } : asked;
  const { executor } = generation;
  const given = await (
    disclosure.isWhole ? executor.executeAsText(planned, permitted) : executor.execute(planned, permitted)
  ).catch(async (cause: unknown) => {
    await recordUndelivered(request, disclosure, null, tools);
    throw cause;
  });
  try {
    const { result, residents } = await disclosure.disclose(given);
    if (deadline.over !== null) await recordUndelivered(request, disclosure, residents, tools);
    return added({ result, disclosed: residents });
  } catch (cause) {
    if (context.asked === null) throw cause;
    await recordUndelivered(request, disclosure, null, tools);
    return refused([failure('LEDGER_UNAVAILABLE', { cause })]);
  }
};
