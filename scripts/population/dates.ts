const millisecondsPerDay = 86_400_000;

/** Dates already written out, by days since 1970: the same few thousand days come back all the time. */
const written = new Map<number, string>();

/** The date so many days after (or, negative, before) an ISO date. */
export function addDays(date: string, days: number): string {
  const day = Date.parse(date) / millisecondsPerDay + days;
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
}

/** Whole days from one ISO date to another; negative when `until` is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / millisecondsPerDay);
}

/** Completed years from one ISO date to another, as ages are counted. */
export function yearsBetween(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  return until.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The date itself, or the Monday after where it falls on a Saturday or Sunday. */
export function nextWeekday(date: string): string {
  const day = new Date(date).getUTCDay();
  if (day === 6) return addDays(date, 2);
  return day === 0 ? addDays(date, 1) : date;
}
