import type { Caller } from '../../authentication/index.ts';

/** What is recorded of one resident. */
export interface RecordedResident {
  readonly residentId: string;
  /** Lists of decisions in JSON, one for each place at which the operation met the resident. */
  readonly terms: readonly string[];
  readonly consents: readonly string[];
  readonly breakGlass: string | null;
  readonly declarations: readonly string[];
  readonly agencies: readonly string[];
}

/** One operation as it is recorded. */
export interface DisclosedOperation {
  readonly requestId: string;
  readonly outcome: 'answered' | 'refused' | 'undelivered';
  readonly caller: Caller;
  readonly purposeOfUse: string | null;
  readonly operation: { readonly hash: string; readonly name: string | null };
  /** Of the policy that decided. */
  readonly epoch: number;
  readonly residents: readonly RecordedResident[];
  /** All that were asked. */
  readonly agencies: readonly string[];
  /** The answer as it leaves; null if none does. */
  readonly answer: string | Uint8Array | null;
}
