export { MergedSelections } from './merged-selections.ts';
export type { PrunedOperation } from './prune-operation.ts';
export { pruneDefinition, pruneOperation } from './prune-operation.ts';
export { prunedDocument } from './pruned-document.ts';
export type { PathTo, RestoreListener } from './restorer.ts';
export { decideFor, pathOf, residentsIn, Restorer } from './restorer.ts';
export { restoreWithheld, withheldEntirely, withheldFailure } from './restore-withheld.ts';
export type { HiddenNames, Selections, Verdict } from './selections.ts';
export { residentType } from './selections.ts';
