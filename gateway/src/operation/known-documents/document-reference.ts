/** How a request says which document it means. */
export type DocumentReference =
  /** By its text. */
  | { readonly kind: 'text'; readonly text: string }
  /** By `documentId` (https://github.com/graphql/graphql-over-http, appendix "Persisted Documents"). */
  | { readonly kind: 'id'; readonly id: string }
  /** By `extensions.persistedQuery.sha256Hash`, with the text when the client registers it. */
  | { readonly kind: 'hash'; readonly hash: string; readonly text: string | null };
