export { MergedSelections } from './merged-selections.ts';
export type { ObligationNotice } from './obligations.ts';
export { fulfillable } from './fulfillable.ts';
export type { PrunedOperation } from './prune-operation.ts';
export { pruneDefinition, pruneOperation } from './prune-operation.ts';
export { prunedDocument } from './pruned-document.ts';
export { Restorer, residentsIn } from './restorer.ts';
export { restoreWithheld, withheldEntirely, withheldFailure } from './restore-withheld.ts';
export { residentType } from './selections.ts';
