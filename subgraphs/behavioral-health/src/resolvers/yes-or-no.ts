/** Reads a column that TEDS codes 1 for yes and 2 for no; any other code is no value. */
export function yesOrNo(column: string) {
  return (row: Readonly<Record<string, unknown>>): boolean | null => {
    const code = Number(row[column]);
    return code === 1 || code === 2 ? code === 1 : null;
  };
}
