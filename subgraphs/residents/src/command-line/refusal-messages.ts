import type { RefusalReason } from '../master-index/index.ts';

/** What is told of a refused command, and what to do. */
export const refusalMessages: Readonly<Record<RefusalReason, string>> = {
  UNKNOWN_RECORD: 'The index has no such record. history names the records of a resident.',
  UNKNOWN_RESIDENT: 'The id was never issued. Look it up anew.',
  RESIDENT_NOT_ACTIVE: 'The id was merged into another or withdrawn. Name the survivor.',
  ONLY_RECORD: 'The resident has no other record from which it could be unlinked.',
  SAME_RESIDENT: 'It is so already.',
  UNKNOWN_EVENT: 'There is no such event. history names the events of a resident.',
  TOO_MANY_RESIDENTS:
    'The event moved records of more residents than one person may undo at once; undo what is wrong of it by itself.',
  ALREADY_UNDONE: 'The event was undone already.',
  FORGOTTEN: 'What the record said then was taken away for good: the event cannot be undone.',
  CHANGED_SINCE: 'Something happened since what was seen. Look again, and give the new version.',
  UNKNOWN_REVIEW: 'There is no such question. reviews lists them.',
  ALREADY_DECIDED: 'The question is decided. Its event can be undone.',
  CLAIMED_BY_ANOTHER: 'Somebody else works on the question. Take another, or wait for the end of the lease.',
  NOT_CLAIMED: 'The question is not claimed by you, or the lease has ended. Claim it first.',
  READ_BY_THE_SAME: 'You have read the question already; the second reader is another person.',
  REASON_MISSING: 'A reason is needed, of at most 400 characters: --reason.',
};
