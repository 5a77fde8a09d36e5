/** Reads a NIEM indicator, which the agency stores as 1 or 0. */
export function indicator(column: string) {
  return (row: Readonly<Record<string, unknown>>): boolean | null => {
    const value = row[column] ?? null;
    return value === null ? null : Number(value) === 1;
  };
}
