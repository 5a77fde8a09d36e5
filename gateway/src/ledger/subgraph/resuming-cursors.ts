import { randomBytes } from 'node:crypto';

import type { Database, PageRequest } from '../../governance/index.ts';
import { staleCursor } from '../../governance/index.ts';
import type { SealingKey } from '../keys/index.ts';
import { seal, sealingKey, unseal } from '../keys/index.ts';
import type { DisclosurePosition } from '../reading/index.ts';

/**
 * Cursors of places where a reading stopped. What stands there may be hidden from who holds the cursor, so that they
 * are sealed, under a key that all processes share.
 */
export interface ResumingCursors {
  readonly cursorOf: (position: DisclosurePosition) => Promise<string>;
  /** Null if the page begins at no such cursor. @throws Failure BAD_USER_INPUT */
  readonly positionOf: (request: PageRequest) => Promise<DisclosurePosition | null>;
}

/** What such cursors begin with, and others never do. */
const mark = '~';

export function resumingCursors(database: Database): ResumingCursors {
  let shared: Promise<SealingKey> | null = null;
  const key = (): Promise<SealingKey> => {
    shared ??= sharedKey(database).catch((thrown: unknown) => {
      shared = null;
      throw thrown;
    });
    return shared;
  };
  return {
    cursorOf: async (position) => mark + seal(await key(), JSON.stringify(position)),
    positionOf: async ({ after }) => {
      if (!after?.startsWith(mark)) return null;
      return opened(await key(), after.slice(mark.length));
    },
  };
}

function opened(key: SealingKey, sealed: string): DisclosurePosition {
  try {
    return JSON.parse(unseal(key, sealed)) as DisclosurePosition;
  } catch {
    throw staleCursor();
  }
}

const keyId = 'resuming';

/** Made by the first process that needs it. */
async function sharedKey(database: Database): Promise<SealingKey> {
  const made = { id: keyId, key: randomBytes(32).toString('base64url') };
  await database('ledger_cursor_keys').insert(made).onConflict('id').ignore();
  const [row] = (await database('ledger_cursor_keys').where({ id: keyId }).select('key')) as (typeof made)[];
  return sealingKey(keyId, row?.key ?? '');
}
