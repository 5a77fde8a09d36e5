import type { PersonRecord } from '../linkage/index.ts';
import type { LocalRecord } from './commands/index.ts';

/** A record of which nothing is in the index yet, and what linkage compares of it. */
export interface NewRecord extends Omit<LocalRecord, 'person'> {
  readonly person: PersonRecord;
}
