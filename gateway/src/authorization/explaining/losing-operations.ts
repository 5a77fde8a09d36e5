import type { GraphQLSchema } from 'graphql';

import { inTurns } from '../in-turns.ts';
import type { PolicyComparison } from './compare-policies.ts';
import { isLoss } from './compare-policies.ts';
import { outcomeOf } from './operation-fields.ts';
import type { RegisteredOperation } from './registered-operations.ts';
import { nameOf } from './requesters.ts';

/** A registered operation that would show less than before. */
export interface LosingOperation {
  readonly id: string;
  readonly operationName: string | null;
  /** The fields that would be withheld, or that would depend on the resident where they didn't. */
  readonly losses: readonly { readonly path: string; readonly coordinate: string }[];
  /** For whom, each as `role@agency` with the purpose. */
  readonly requesters: readonly string[];
}

/**
 * Finds the operations, among those that are registered, that lose fields by a change, and for whom.
 *
 * @param isShown - whether to tell that somebody of this agency loses this field (`Type.field`)
 */
export async function losingOperations(
  { places }: PolicyComparison,
  operations: readonly RegisteredOperation[],
  schema: GraphQLSchema,
  isShown: (coordinate: string, requesterAgency: string) => boolean = () => true,
): Promise<readonly LosingOperation[]> {
  const losing = await inTurns(operations, 1, (operation) => {
    const losses = new Map<string, { readonly path: string; readonly coordinate: string }>();
    const requesters = new Set<string>();
    for (const { before, after } of places) {
      const { fields } = outcomeOf(operation, {}, schema, before.table);
      const lost = fields.filter(
        ({ coordinate, decision }) =>
          isLoss(decision, after.table.ofField(coordinate)) && isShown(coordinate, before.requester.agency),
      );
      lost.forEach(({ path, coordinate }) => losses.set(`${path} ${coordinate}`, { path, coordinate }));
      if (lost.length > 0) requesters.add(`${nameOf(before.requester)} for ${before.purpose}`);
    }
    if (losses.size === 0) return [];
    const { id, operationName } = operation;
    return [{ id, operationName, losses: [...losses.values()], requesters: [...requesters] }];
  });
  return losing.flat();
}
