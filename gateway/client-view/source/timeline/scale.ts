import type { TimelineEvent } from './events-of.ts';

/** A stretch of time, in milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const year = 365.25 * 86_400_000;

/** From before the first event until after the last, and always beyond today. */
export function wholeSpan(events: readonly TimelineEvent[], now: number): Span {
  const starts = events.map(({ from }) => Date.parse(from));
  const ends = events.map(({ from, until }) => Date.parse(until ?? from));
  const start = Math.min(...starts, now - year);
  const end = Math.max(...ends, now);
  const margin = (end - start) * 0.03;
  return { start: start - margin, end: end + margin };
}

/** So many years, with today near the end of them. */
export function recentSpan(years: number, now: number): Span {
  return { start: now - years * 0.85 * year, end: now + years * 0.15 * year };
}

/** The same length, moved by a part of it. */
export function moved({ start, end }: Span, part: number): Span {
  const distance = (end - start) * part;
  return { start: start + distance, end: end + distance };
}

/** The first of January of each year, of every so many where they would stand too close. */
export function yearMarks({ start, end }: Span): readonly { readonly time: number; readonly year: number }[] {
  const [first, last] = [new Date(start).getUTCFullYear() + 1, new Date(end).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years
    .filter((one) => (last - one) % step === 0)
    .map((one) => ({ time: Date.UTC(one, 0, 1), year: one }));
}

/** Puts events that overlap into rows below each other. */
export function rowsOf(events: readonly TimelineEvent[], now: number): readonly (readonly TimelineEvent[])[] {
  const rows: TimelineEvent[][] = [];
  for (const event of events.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const free = rows.find((row) => endOf(row.at(-1), now) <= Date.parse(event.from));
    if (free) free.push(event);
    else rows.push([event]);
  }
  return rows;
}

function endOf(event: TimelineEvent | undefined, now: number): number {
  if (!event) return Number.NEGATIVE_INFINITY;
  return event.until === null ? now : Date.parse(event.until);
}
