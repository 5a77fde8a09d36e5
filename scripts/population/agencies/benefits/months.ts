/** The first day of the month so many months after that of the date. */
export function addMonths(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The first days of the months from one date to another, both months included; none if `until` is earlier. */
export function monthsFrom(from: string, until: string): string[] {
  const months: string[] = [];
  for (let month = addMonths(from, 0); month <= until; month = addMonths(month, 1)) months.push(month);
  return months;
}
