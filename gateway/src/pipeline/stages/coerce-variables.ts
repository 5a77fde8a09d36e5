import type { OperationDefinitionNode } from 'graphql';

import { coerceVariables as coerce } from '../../operation/index.ts';
import type { BegunRequest, Stage } from '../stage.ts';
import { added, refused } from '../stage.ts';

/** Proves that the variables are what the operation declares, defaults filled in. */
export const coerceVariables: Stage<
  BegunRequest & { readonly operation: OperationDefinitionNode },
  { readonly variables: Readonly<Record<string, unknown>> }
> = ({ generation, operation, parameters }) => {
  const decision = coerce(generation.supergraph.apiSchema, operation, parameters.variables);
  return decision.kind === 'coerced' ? added({ variables: decision.variables }) : refused(decision.failures);
};
