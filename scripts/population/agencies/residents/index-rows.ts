import type { Row } from '../../recorder.ts';

/** The index's tables in the order in which rows can be inserted. */
export const indexTables = [
  'residents',
  'resident_names',
  'resident_races',
  'resident_languages',
  'resident_addresses',
  'resident_protected_addresses',
  'resident_phones',
  'resident_emails',
  'household_members',
  'resident_agencies',
  'resident_field_sources',
] as const;

/** Rows by table of the resident index; a family of small functions returns a part of it each. */
export type IndexRows = Partial<Record<(typeof indexTables)[number], readonly Row[]>>;
