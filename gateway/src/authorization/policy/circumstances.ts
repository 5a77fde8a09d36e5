import type { Caller, PurposeOfUse } from '../../authentication/index.ts';

/** Who asks, what for and when. */
export interface Circumstances {
  readonly requester: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  readonly at: Date;
}
