const leastYear = 1000;
const placeholders = new Set(['19000101', '19010101', '99991231', '18000101']);

/**
 * A date as eight digits `YYYYMMDD`. Null for none, for what is no calendar date, and for dates that systems fill in
 * by themselves; 1 January of a likely year is kept, because the year is then usually right.
 */
export function normaliseDate(text: string | null): string | null {
  if (text === null) return null;
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length !== 8 || placeholders.has(digits)) return null;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const exists = year! >= leastYear && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31;
  return exists ? digits : null;
}
