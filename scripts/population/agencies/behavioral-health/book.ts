import type { Row } from '../../recorder.ts';

/** The agency's tables that hold people, in the order in which rows can be inserted. */
export const personTables = [
  'TEDS_CLIENT',
  'TEDS_ADMISSION',
  'TEDS_DISCHARGE',
  'TEDS_SUBSTANCE',
  'TEDS_MEDICATION',
  'SUD_COUNSELING_NOTE',
  'MH_EPISODE',
  'MH_MEDICATION',
  'MH_PSYCHOTHERAPY_NOTE',
] as const;

/** What is being written down: rows by table. */
export type Book = Record<(typeof personTables)[number], Row[]>;

export function openBook(): Book {
  return {
    TEDS_CLIENT: [],
    TEDS_ADMISSION: [],
    TEDS_DISCHARGE: [],
    TEDS_SUBSTANCE: [],
    TEDS_MEDICATION: [],
    SUD_COUNSELING_NOTE: [],
    MH_EPISODE: [],
    MH_MEDICATION: [],
    MH_PSYCHOTHERAPY_NOTE: [],
  };
}
