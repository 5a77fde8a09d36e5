/** Why a command of a person was not carried out. */
export type RefusalReason =
  | 'UNKNOWN_RECORD'
  | 'UNKNOWN_RESIDENT'
  | 'RESIDENT_NOT_ACTIVE'
  | 'ONLY_RECORD'
  | 'SAME_RESIDENT'
  | 'UNKNOWN_EVENT'
  | 'ALREADY_UNDONE'
  | 'TOO_MANY_RESIDENTS'
  | 'FORGOTTEN'
  | 'CHANGED_SINCE'
  | 'UNKNOWN_REVIEW'
  | 'ALREADY_DECIDED'
  | 'CLAIMED_BY_ANOTHER'
  | 'NOT_CLAIMED'
  | 'READ_BY_THE_SAME'
  | 'REASON_MISSING';

/** A command that cannot be carried out; nothing was changed. */
export class IndexRefusal extends Error {
  override readonly name = 'IndexRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`The index refuses the command: ${reason}.`);
    this.reason = reason;
  }
}
