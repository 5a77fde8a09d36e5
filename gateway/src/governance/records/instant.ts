/**
 * Instants are stored as text of RFC 3339 in UTC with milliseconds: every database keeps, compares and shows it
 * alike, whatever the time zone of a session.
 */
export function instantText(instant: Date): string {
  return instant.toISOString();
}

/** The instant that a text of the database says. */
export function instantOf(text: string): Date {
  return new Date(text);
}

/** The same for what may not have happened. */
export function instantOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
