import type { OperationDefinitionNode } from 'graphql';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { Authorizer, DisclosedResident, Disclosure } from '../../authorization/index.ts';
import { failure } from '../../errors/index.ts';
import type { Recorder } from '../../ledger/index.ts';
import type { ParsedDocument } from '../../operation/index.ts';
import { operationToPlan } from '../operation-to-plan.ts';
import type { RequestToRecord } from '../operation-to-record.ts';
import { operationToRecord } from '../operation-to-record.ts';
import type { BegunRequest, Refusal, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

type Refused = Extract<ReturnType<Authorizer['authorize']>, { readonly kind: 'refused' }>;

/**
 * Decides what of the operation may go on: denied selections leave it before any agency is asked. Refuses it if an
 * argument would show what is withheld, or if nothing is left.
 */
export const authorize: Stage<
  BegunRequest & {
    readonly caller: Caller;
    readonly purposeOfUse: PurposeOfUse | null;
    readonly parsed: ParsedDocument;
    readonly operation: OperationDefinitionNode;
    readonly variables: Readonly<Record<string, unknown>>;
  },
  { readonly disclosure: Disclosure | null }
> = ({ generation, caller, purposeOfUse, parsed, operation, variables, requestId }, { recorder }) => {
  if (generation.authorizer === null) return added({ disclosure: null });
  const asked = operationToPlan(parsed, operation);
  const request = { caller, purposeOfUse, operation: asked, variables, requestId };
  const decision = generation.authorizer.authorize(request);
  if (decision.kind === 'authorized') return added({ disclosure: decision.disclosure });
  return recorder === null || decision.withheld === null
    ? refused(decision.failures)
    : recordedRefusal(
        decision,
        decision.withheld,
        { requestId, caller, purposeOfUse, parsed, operation },
        recorder,
      );
};

/** Who was refused, and about whom, is recorded as what is shown is. */
async function recordedRefusal(
  { failures, epoch }: Pick<Refused, 'failures' | 'epoch'>,
  withheld: Promise<readonly DisclosedResident[]>,
  request: RequestToRecord,
  recorder: Recorder,
): Promise<Refusal> {
  try {
    const residents = await withheld;
    const asked = operationToRecord(request);
    await recorder.disclosed({ ...asked, outcome: 'refused', epoch, agencies: [], residents, answer: null });
    return refused(failures);
  } catch (cause) {
    return refused([failure('LEDGER_UNAVAILABLE', { cause })]);
  }
}
