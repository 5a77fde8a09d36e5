import { createHash } from 'node:crypto';

/** What tells a document from every other: the SHA-256 of its source text in hexadecimal. */
export function documentId(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
