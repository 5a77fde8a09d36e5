import type { OperationDefinitionNode } from 'graphql';

import type { Disclosure } from '../../authorization/index.ts';
import type { PlannedOperation } from '../../execution/index.ts';
import type { ParsedDocument } from '../../operation/index.ts';
import { operationToPlan } from '../operation-to-plan.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added } from '../stage.ts';

/** Finds which agency is asked for what. The engine remembers the plan by document and operation. */
export const plan: Stage<
  BegunRequest & {
    readonly parsed: ParsedDocument;
    readonly operation: OperationDefinitionNode;
    readonly disclosure: Disclosure | null;
  },
  { readonly planned: PlannedOperation }
> = async ({ generation, parsed, operation, disclosure }) => {
  const toPlan = disclosure?.operation ?? operationToPlan(parsed, operation);
  return added({ planned: await generation.executor.plan(toPlan) });
};
