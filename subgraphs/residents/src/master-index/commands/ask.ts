import { gradeOf, probabilityOf, type Decision } from '../../linkage/index.ts';
import { keptWeight, reviewKey, type ReviewKind, type ReviewState } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';

/** A record that may be of a resident, by one of the resident's records. */
interface PossibleMatch {
  readonly record: string;
  readonly resident: string;
  readonly other: string;
  /** In bits. */
  readonly weight: number;
  readonly decision: Decision;
  readonly isContradicted?: boolean;
}

/** Asks a person whether a record is of a resident. */
export function askOfMatch(store: IndexStore, match: PossibleMatch): Promise<void> {
  const { record, resident, other, weight } = match;
  return ask(store, { kind: kindOf(match), record, resident, other, weight: keptWeight(weight) });
}

/** Asks a question once, whoever finds it again. */
export async function ask(store: IndexStore, question: Omit<ReviewState, 'status'>): Promise<void> {
  const key = reviewKey(question);
  if ((await store.get('review', key)) === null)
    await store.set('review', key, { ...question, status: 'OPEN' });
}

function kindOf({ decision, isContradicted = false, weight }: PossibleMatch): ReviewKind {
  if (decision === 'link') return 'POTENTIAL_DUPLICATE';
  const isCertain = gradeOf(probabilityOf(weight)) === 'certain';
  return isCertain && isContradicted ? 'CONTRADICTION' : 'POSSIBLE_MATCH';
}
