import { createHash } from 'node:crypto';

import type { AgreementDocument } from './agreement.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * What the officers of an agreement sign: SHA-256 in hexadecimal over the canonical JSON (RFC 8785) of everything
 * that it says but its status, the history of that, and its signatures. Comments, order of keys and layout of the file do not matter.
 */
export function contentHash(agreement: AgreementDocument): string {
  const content = { ...agreement, status: undefined, history: undefined, signatures: undefined };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
