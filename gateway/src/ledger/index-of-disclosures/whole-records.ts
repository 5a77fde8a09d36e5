import type { LedgerEvent } from '../events/index.ts';
import { readEntry } from '../events/index.ts';
import type { SequencedEntry } from '../log/index.ts';
import type { OpenedEntry } from './opened-entry.ts';

/** Whether an entry is a later part of the record that the entry before it is of: what splits them splits a record. */
export function continuesRecord({ entry }: SequencedEntry): boolean {
  return partOf(readEntry(entry)) > 1;
}

/** Entries of one log in their order, with each record that was parted as one: in the place of its first part. */
export function wholeRecords(entries: readonly OpenedEntry[]): readonly OpenedEntry[] {
  const whole: OpenedEntry[] = [];
  let last: OpenedEntry | undefined;
  for (const entry of entries) {
    const first = whole.at(-1);
    if (first && last && follows(entry, last)) whole[whole.length - 1] = joined(first, entry);
    else whole.push(entry);
    last = entry;
  }
  return whole;
}

function follows({ sequence, event }: OpenedEntry, last: OpenedEntry): boolean {
  return (
    partOf(event) > 1 &&
    event.type === last.event.type &&
    sequence === last.sequence + 1 &&
    partOf(event) === partOf(last.event) + 1
  );
}

/** From 1. The parts of terms are another matter: each has a row of its own. */
function partOf(event: LedgerEvent): number {
  return event.type === 'terms' ? 1 : (event.part ?? 1);
}

/** Each part has a part of each list, and is the same besides. */
function joined(first: OpenedEntry, next: OpenedEntry): OpenedEntry {
  return {
    sequence: first.sequence,
    event: lists(first.event, next.event),
    part: lists(first.part, next.part),
  };
}

function lists<Value>(first: Value, next: Value): Value {
  if (Array.isArray(first) && Array.isArray(next)) return [...first, ...(next as unknown[])] as Value;
  if (typeof first !== 'object' || first === null || typeof next !== 'object' || next === null) return first;
  const others = next as Readonly<Record<string, unknown>>;
  const fields = Object.entries(first).map(([name, value]) => [name, lists<unknown>(value, others[name])]);
  return Object.fromEntries(fields) as Value;
}
