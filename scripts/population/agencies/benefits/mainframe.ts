/** What the mainframe writes where there is no date. */
export const noDate = '00000000';

/** What some of its files write for an end that is not known yet. */
export const openEnd = '99991231';

/** An ISO date as the mainframe keeps it, YYYYMMDD. */
export function mainframeDate(date: string | null, missing: typeof noDate | typeof openEnd = noDate): string {
  return date === null ? missing : date.replaceAll('-', '');
}

/** A number as one of its character keys. */
export function zeroPadded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

export function cents(amount: number): number {
  return Math.round(amount * 100);
}
