export type { CoerceDecision } from './coerce-variables.ts';
export { coerceVariables } from './coerce-variables.ts';
export type { DocumentCache } from './document-cache.ts';
export { createDocumentCache } from './document-cache.ts';
export type {
  DocumentReference,
  FindDecision,
  KnownDocuments,
  TrustedDocuments,
} from './known-documents/index.ts';
export {
  createKnownDocuments,
  createPersistedDocuments,
  openTrustedDocuments,
} from './known-documents/index.ts';
export type { OperationLimits } from './operation-limits.ts';
export type { ParseDecision, ParsedDocument } from './parse-document.ts';
export { selectOperation } from './select-operation.ts';
export type { Validator } from './validator.ts';
export { createValidator } from './validator.ts';
