import type { ErrorCode, Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import { documentId } from '../document-id.ts';
import type { ParsedDocument } from '../parse-document.ts';
import type { DocumentReference } from './document-reference.ts';
import type { PersistedDocuments } from './persisted-documents.ts';
import type { TrustedSource } from './open-trusted-documents.ts';

/** The document that is meant: parsed already, or its text and the hash to register it by; or why there is none. */
export type FindDecision =
  | { readonly kind: 'trusted'; readonly parsed: ParsedDocument }
  | { readonly kind: 'text'; readonly text: string; readonly registerAs: string | null }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Finds documents that need not be sent. */
export interface KnownDocuments {
  readonly find: (reference: DocumentReference) => FindDecision;
  /** To be called once the text is proved to be a document that fits the schema. */
  readonly register: (hash: string, text: string) => void;
}

/** What documents are found in. */
export interface KnownDocumentsOptions {
  readonly trusted: TrustedSource;
  readonly persisted: PersistedDocuments;
  readonly acceptOnlyTrusted: boolean;
}

/**
 * Finds the document that a request means:
 *
 * 1. A text that comes with a hash has to have that hash.
 * 2. Trusted documents come first, by id, hash or text.
 * 3. If only trusted documents are accepted, the search ends here.
 * 4. Then come the texts that clients registered
 *    (https://www.apollographql.com/docs/apollo-server/performance/apq), and the text of the request.
 */
export function createKnownDocuments(options: KnownDocumentsOptions): KnownDocuments {
  const { trusted, persisted, acceptOnlyTrusted } = options;
  const find = (reference: DocumentReference): FindDecision => {
    if (isMismatch(reference)) return refused('PERSISTED_QUERY_HASH_MISMATCH');
    const parsed = findTrusted(reference, trusted);
    if (parsed) return { kind: 'trusted', parsed };
    return acceptOnlyTrusted ? refused('DOCUMENT_NOT_TRUSTED') : findText(reference, persisted);
  };
  return { find, register: persisted.keep };
}

function isMismatch(reference: DocumentReference): boolean {
  return (
    reference.kind === 'hash' && reference.text !== null && documentId(reference.text) !== reference.hash
  );
}

function findTrusted(reference: DocumentReference, source: TrustedSource): ParsedDocument | undefined {
  const documents = source.current();
  if (reference.kind === 'text') return documents.withText(reference.text);
  if (reference.kind === 'id')
    return documents.withId(reference.id) ?? documents.withId(withoutPrefix(reference.id));
  return documents.withId(reference.hash) ?? documents.withText(reference.text ?? '');
}

function findText(reference: DocumentReference, persisted: PersistedDocuments): FindDecision {
  if (reference.kind === 'text') return { kind: 'text', text: reference.text, registerAs: null };
  if (reference.kind === 'hash' && reference.text !== null)
    return { kind: 'text', text: reference.text, registerAs: reference.hash };
  const text = persisted.find(reference.kind === 'id' ? withoutPrefix(reference.id) : reference.hash);
  return text === undefined ? notFound : { kind: 'text', text, registerAs: null };
}

/** A prefixed document identifier, `sha256:…`, says how it was made. */
function withoutPrefix(id: string): string {
  return id.replace(/^sha256:/, '');
}

/** Clients know this refusal by exactly this message, or by its code. */
const notFound: FindDecision = {
  kind: 'refused',
  failure: failure('PERSISTED_QUERY_NOT_FOUND', { message: 'PersistedQueryNotFound' }),
};

function refused(code: ErrorCode): FindDecision {
  return { kind: 'refused', failure: failure(code) };
}
