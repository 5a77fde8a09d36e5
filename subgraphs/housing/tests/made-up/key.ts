/** A key as HMIS CSV has them, 32 characters, from a short name. */
export function key(name: string): string {
  return name.padEnd(32, '.');
}

/** The columns that every HMIS CSV file ends with. */
export const metadata = {
  DateCreated: '2025-01-15 09:30:00',
  DateUpdated: '2025-02-01 16:45:00',
  UserID: key('worker'),
};
