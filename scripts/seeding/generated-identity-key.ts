import { createHash } from 'node:crypto';
import { identityKey, type IdentityKey } from '@resident-graph/subgraph-kit';

/**
 * The key that stands for identifiers of generated people. It is public because nobody has these numbers; agencies keep
 * theirs in a key store.
 */
export const generatedIdentityKeyText: string = createHash('sha256')
  .update('resident-graph generated population')
  .digest('base64');

export const generatedIdentityKey: IdentityKey = identityKey(generatedIdentityKeyText);
