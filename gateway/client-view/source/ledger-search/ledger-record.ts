import type { LedgerSearchQuery } from '../../documents/operations.ts';
import type { Verified } from './verify-proof.ts';

/** A page of records. */
export type LedgerPage = NonNullable<LedgerSearchQuery['disclosuresOfMyAgency']>;

/** One record with its proof. */
export type LedgerRecord = NonNullable<LedgerPage['edges'][number]['node']>;

/** By the record's place; what is not in it yet is being verified. */
export type VerifiedRecords = ReadonlyMap<string, Verified>;

/** Where a record stands. */
export function placeOf({ log, sequence }: Pick<LedgerRecord, 'log' | 'sequence'>): string {
  return `${log} ${sequence}`;
}
