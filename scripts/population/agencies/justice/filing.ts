import type { IntakeDesk } from '../../recorder.ts';
import type { LifeEvent } from '../../truth.ts';
import type { Book } from './book.ts';
import type { County } from './counties.ts';

export type Arrest = Extract<LifeEvent, { kind: 'arrest' }>;

/** One arrest as it goes through jail and court, and the book that is written in. */
export interface Filing {
  readonly arrest: Arrest;
  readonly subject: number;
  readonly county: County;
  readonly desk: IntakeDesk;
  readonly book: Book;
}
