export type { MatrixPlace } from './access-matrix.ts';
export { accessMatrix, axesOf } from './access-matrix.ts';
export type { AccessChange } from './compare-policies.ts';
export { comparePolicies } from './compare-policies.ts';
export type { ForbiddenGrant } from './coverage.ts';
export {
  categoriesWithoutAgreement,
  expiringAgreements,
  forbiddenGrants,
  unlabelledFields,
} from './coverage.ts';
export type { FieldExplanation, OperationExplanation } from './explain-operation.ts';
export { explainOperation } from './explain-operation.ts';
export type { Access } from './field-access.ts';
export { whatCanSee, whoCouldSee } from './field-access.ts';
export type { LosingOperation } from './losing-operations.ts';
export { losingOperations } from './losing-operations.ts';
export { ownersOf } from './owners-of.ts';
export { registeredOperations } from './registered-operations.ts';
export type { RegisteredOperation } from './registered-operations.ts';
export type { Requester } from './requesters.ts';
export { nameOf } from './requesters.ts';
export type { Change } from './what-would-change.ts';
