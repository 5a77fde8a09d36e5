import type { IntakeDesk } from '../../recorder.ts';
import type { Household } from '../../truth.ts';
import type { ClientBook } from './client-book.ts';
import type { Journal } from './journal.ts';

/** What clerks have before them while they serve one household. */
export interface Office {
  readonly desk: IntakeDesk;
  readonly household: Household;
  readonly journal: Journal;
  readonly clients: ClientBook;
}

/** What identifies one client's enrollment, so that other rows can follow. */
export interface Enrolled {
  readonly enrollmentId: string;
  readonly personalId: string;
}
