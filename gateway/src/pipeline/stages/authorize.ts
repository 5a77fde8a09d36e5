import type { OperationDefinitionNode } from 'graphql';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { Disclosure } from '../../authorization/index.ts';
import type { ParsedDocument } from '../../operation/index.ts';
import { operationToPlan } from '../operation-to-plan.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

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
> = ({ generation, caller, purposeOfUse, parsed, operation, variables, requestId }) => {
  if (generation.authorizer === null) return added({ disclosure: null });
  const asked = operationToPlan(parsed, operation);
  const request = { caller, purposeOfUse, operation: asked, variables, requestId };
  const decision = generation.authorizer.authorize(request);
  return decision.kind === 'authorized'
    ? added({ disclosure: decision.disclosure })
    : refused(decision.failures);
};
