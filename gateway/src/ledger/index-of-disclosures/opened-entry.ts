import type { LedgerEvent } from '../events/index.ts';
import { readEntry } from '../events/index.ts';
import type { ResidentKeys } from '../keys/index.ts';
import { unseal } from '../keys/index.ts';
import type { SealedPart } from '../recording/index.ts';
import { readSealedPart } from '../recording/index.ts';
import type { SequencedEntry } from '../log/index.ts';

/** An entry of a log that can be read. */
export interface OpenedEntry {
  readonly sequence: number;
  readonly event: LedgerEvent;
  /** Null for an event about no resident, and for one whose key was destroyed. */
  readonly part: SealedPart | null;
}

/**
 * Opens entries of a log, the keys of all of them with one question.
 *
 * @throws UnreadableEntry; Error if something was sealed under another key than it names
 */
export async function openEntries(
  entries: readonly SequencedEntry[],
  keys: ResidentKeys,
): Promise<readonly OpenedEntry[]> {
  const read = entries.map(({ sequence, entry }) => ({ sequence, event: readEntry(entry) }));
  const ids = read.flatMap(({ event }) => sealedIn(event)?.key ?? []);
  const known = ids.length > 0 ? await keys.keysOf(ids) : new Map<string, never>();
  return read.map(({ sequence, event }) => {
    const sealed = sealedIn(event);
    const key = sealed && known.get(sealed.key);
    const part = sealed && key ? readSealedPart(unseal(key, sealed.sealed)) : null;
    return { sequence, event, part };
  });
}

function sealedIn(event: LedgerEvent): { readonly key: string; readonly sealed: string } | null {
  if (!('sealed' in event)) return null;
  const { key, sealed } = event;
  return key === null || sealed === null ? null : { key, sealed };
}
