import type { Caller } from './caller.ts';
import type { PurposeOfUse } from './purposes-of-use.ts';

/** Who asks and what for: travels with every fetch of a request. */
export interface RequesterContext {
  readonly caller: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
}
