import type { DocumentReference } from '../operation/index.ts';
import { isRecord } from './is-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Which document a request means: `query`, `documentId`, or `extensions.persistedQuery` with or without
 * `query`.
 *
 * @returns what is wrong, in words, if it is none of them or several
 */
export function readDocument(record: Fields, extensions: Fields): DocumentReference | string {
  const { query = null, documentId = null } = record;
  const { persistedQuery = null } = extensions;
  if (query !== null && !isText(query)) return 'query must be a text that is not empty.';
  if (documentId !== null) return readDocumentId(documentId, query ?? persistedQuery);
  if (persistedQuery !== null) return readPersistedQuery(persistedQuery, query);
  return query === null ? 'query must be a text that is not empty.' : { kind: 'text', text: query };
}

function readDocumentId(id: unknown, other: unknown): DocumentReference | string {
  if (!isText(id) || id.length > 256) return 'documentId must be a text of 1 to 256 characters.';
  return other === null ? { kind: 'id', id } : 'documentId stands alone: send no query beside it.';
}

/** Version 1 of https://www.apollographql.com/docs/apollo-server/performance/apq, the only one. */
function readPersistedQuery(persistedQuery: unknown, text: string | null): DocumentReference | string {
  if (!isRecord(persistedQuery) || persistedQuery['version'] !== 1)
    return 'extensions.persistedQuery must be an object of version 1.';
  const hash = persistedQuery['sha256Hash'];
  if (!isText(hash) || hash.length > 256)
    return 'extensions.persistedQuery.sha256Hash must be a SHA-256 in hexadecimal.';
  return { kind: 'hash', hash, text };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
