/** Why a command of a person was not carried out. */
export type RefusalReason =
  | 'UNKNOWN_RECORD'
  | 'UNKNOWN_RESIDENT'
  | 'RESIDENT_NOT_ACTIVE'
  | 'ONLY_RECORD'
  | 'SAME_RESIDENT'
  | 'UNKNOWN_EVENT'
  | 'ALREADY_UNDONE';

/** A command that cannot be carried out; nothing was changed. */
export class IndexRefusal extends Error {
  override readonly name = 'IndexRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`The index refuses the command: ${reason}.`);
    this.reason = reason;
  }
}
