export type { DocumentReference } from './document-reference.ts';
export type { FindDecision, KnownDocuments } from './known-documents.ts';
export { createKnownDocuments } from './known-documents.ts';
export { openTrustedDocuments } from './open-trusted-documents.ts';
export { createPersistedDocuments } from './persisted-documents.ts';
export type { TrustedDocuments } from './trusted-documents.ts';
