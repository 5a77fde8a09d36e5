import type { LedgerSearchQuery } from '../../documents/operations.ts';
import type { Verified } from './verify-proof.ts';

/** One record with its proof. */
export type LedgerRecord = NonNullable<
  NonNullable<LedgerSearchQuery['disclosuresOfMyAgency']>['edges'][number]['node']
>;

/** By the record's place; what is not in it yet is being verified. */
export type VerifiedRecords = ReadonlyMap<string, Verified>;

/** Where a record stands. */
export function placeOf({ log, sequence }: Pick<LedgerRecord, 'log' | 'sequence'>): string {
  return `${log} ${sequence}`;
}
