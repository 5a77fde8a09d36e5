import type { LedgerEvent } from '../events/index.ts';
import { entryText, fitting, nameLength } from '../events/index.ts';
import type { ResidentKeys, SealingKey } from '../keys/index.ts';
import { seal } from '../keys/index.ts';
import type { RecordedEntry } from './create-recorder.ts';
import type { SealedPart } from './sealed-part.ts';

/**
 * An entry that is too long, as several that are not: texts of more than 255 letters end in their digest, and each part
 * has a part of each list, so that nothing that was recorded is left out.
 *
 * @param most - bytes that an entry may have
 */
export async function fittedEntry(
  { event, part }: RecordedEntry,
  keys: Pick<ResidentKeys, 'keyFor'>,
  most: number,
): Promise<readonly RecordedEntry[]> {
  const key = part && 'at' in event ? await keys.keyFor(part.resident, new Date(event.at)) : null;
  const whole = { event: shortened(event), part: part && shortened(part) };
  for (let parts = 1; parts <= 2 * longestList(whole); parts *= 2) {
    const entries = Array.from({ length: parts }, (_, index) => partOf(whole, index, parts, key));
    if (entries.every((entry) => entryText(entry.event).length <= most)) return entries;
  }
  throw new Error('A record is too long, and has nothing that could be parted.');
}

function partOf(
  { event, part }: RecordedEntry,
  index: number,
  parts: number,
  key: SealingKey | null,
): RecordedEntry {
  const ownPart = part && slicedLists(part, index, parts);
  const ownEvent = {
    ...slicedLists(event, index, parts),
    ...(parts > 1 && { part: index + 1, parts }),
    ...(key && { key: key.id, sealed: seal(key, JSON.stringify(ownPart)) }),
  };
  return { event: ownEvent, part: ownPart };
}

/** What is done with each list or text of a record, wherever it stands. */
function mapped<Value>(value: Value, change: (inner: unknown) => unknown): Value {
  const changed = change(value);
  if (changed !== value || typeof value !== 'object' || value === null) return changed as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => mapped(item, change)) as Value;
  const fields = Object.entries(value).map(([name, inner]) => [name, mapped<unknown>(inner, change)]);
  return Object.fromEntries(fields) as Value;
}

/** What was sealed is sealed anew, and may be as long as it is until then. */
function shortened<Value extends LedgerEvent | SealedPart>(value: Value): Value {
  return mapped(value, (inner) =>
    typeof inner === 'string' && inner.length > nameLength ? fitting(inner, nameLength) : inner,
  );
}

function slicedLists<Value extends LedgerEvent | SealedPart>(
  value: Value,
  index: number,
  parts: number,
): Value {
  if (parts === 1) return value;
  const at = (length: number, place: number): number => Math.floor((length * place) / parts);
  return mapped(value, (inner) =>
    Array.isArray(inner) ? inner.slice(at(inner.length, index), at(inner.length, index + 1)) : inner,
  );
}

function longestList({ event, part }: RecordedEntry): number {
  let longest = 1;
  mapped({ event, part }, (inner) => {
    if (Array.isArray(inner)) longest = Math.max(longest, inner.length);
    return inner;
  });
  return longest;
}
