import type { Context } from './context.ts';

type Columns = Readonly<Record<string, unknown>>;
type ColumnReader = (row: Columns) => string | null;

/** An open end as the newer systems write it; T-MSIS asks for it in ENROLLMENT-END-DATE. */
const openEnd = '9999-12-31';

/** Reads a date that the mainframe keeps as YYYYMMDD; filler such as 00000000 and 99991231 is no date. */
export function mainframeDate(column: string): ColumnReader {
  return (row) => {
    const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(textOf(row[column]));
    if (parts === null || parts[1] === '0000' || parts[1] === '9999') return null;
    return parts.slice(1).join('-');
  };
}

/** Reads a month that the mainframe keeps as YYYYMM, as its first day. */
export function mainframeMonth(column: string): ColumnReader {
  return (row) => {
    const parts = /^(\d{4})(\d{2})$/.exec(textOf(row[column]));
    return parts === null ? null : `${parts.slice(1).join('-')}-01`;
  };
}

/** Reads an amount that the mainframe keeps in cents, as dollars. */
export function dollars(column: string): ColumnReader {
  return (row) => {
    const cents = textOf(row[column]).padStart(3, '0');
    return /^\d+$/.test(cents) ? `${cents.slice(0, -2)}.${cents.slice(-2)}` : null;
  };
}

/** Reads a date whose open end is 9999-12-31. */
export function openEndedDate(column: string): ColumnReader {
  return (row) => {
    const date = textOf(row[column]);
    return date === '' || date === openEnd ? null : date;
  };
}

/** Reads a client number as the resident whom it belongs to; null where it is not linked. */
export function residentOf(column: string) {
  return async (row: Columns, _: unknown, { links }: Context): Promise<{ readonly id: string } | null> => {
    const id = await links.residentIds.load(textOf(row[column]));
    return id === null ? null : { id };
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
