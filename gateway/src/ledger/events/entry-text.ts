import type { EventName, LedgerEvent } from './event-schemas.ts';
import { eventSchemas } from './event-schemas.ts';

/** An entry of the log that is no event of this version. */
class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry';
}

/** An event as the log keeps it: JSON in UTF-8, its type first. */
export function entryText(event: LedgerEvent): Buffer {
  return Buffer.from(JSON.stringify(event));
}

/**
 * The event of an entry.
 *
 * @throws UnreadableEntry
 */
export function readEntry(entry: Uint8Array): LedgerEvent {
  const { type, ...fields } = parsed(entry);
  if (typeof type !== 'string' || !isEventName(type))
    throw new UnreadableEntry('The entry has no known type.');
  const checked = eventSchemas[type].safeParse(fields);
  if (!checked.success) throw new UnreadableEntry(`The entry is no ${type}.`);
  return { type, ...checked.data } as LedgerEvent;
}

function parsed(entry: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(Buffer.from(entry).toString()) as unknown;
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below.
  }
  throw new UnreadableEntry('The entry is no JSON object.');
}

function isEventName(type: string): type is EventName {
  return Object.hasOwn(eventSchemas, type);
}
