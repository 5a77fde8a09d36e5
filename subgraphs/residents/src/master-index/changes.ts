/** A resident's id and what became of it. Ids are never deleted and never issued again. */
export interface ResidentState {
  readonly status: 'ACTIVE' | 'MERGED' | 'RETIRED';
  /** The survivor; null unless the status is MERGED. */
  readonly replacedBy: string | null;
}

/**
 * A record of one agency. `content` stands for what the agency says, so that the log names no value of anybody: what
 * is compared now is in `local_records`, what was compared before in `former_contents`. An inactive one was withdrawn.
 */
export interface RecordState {
  readonly source: string;
  readonly content: string;
  readonly isActive: boolean;
}

/** Whose a record is, and who said so. */
export interface LinkState {
  readonly resident: string;
  readonly method: 'AUTO' | 'MANUAL';
}

/** What a person has said of two records for good; it holds whatever becomes of the residents. */
export interface ConstraintState {
  readonly kind: 'MUST_LINK' | 'CANNOT_LINK';
}

/**
 * What is asked of a person:
 *
 * - POSSIBLE_MATCH: the record may be of the resident;
 * - CONTRADICTION: the record is nearly certainly of the resident, but something in it speaks against it;
 * - POTENTIAL_DUPLICATE: the record's resident and the other one may be the same person;
 * - POSSIBLE_OVERLAY: the record no longer fits its own resident;
 * - AUDIT: the machine linked the record to its resident, and a sample shows how often it is right.
 */
export type ReviewKind =
  'POSSIBLE_MATCH' | 'CONTRADICTION' | 'POTENTIAL_DUPLICATE' | 'POSSIBLE_OVERLAY' | 'AUDIT';

/** A question to a person. */
export interface ReviewState {
  readonly kind: ReviewKind;
  readonly record: string;
  readonly resident: string;
  /** The resident's record that comes nearest; null where none came near. */
  readonly other: string | null;
  /** Of the two records, in hundredths of a bit; null with `other`. */
  readonly weight: number | null;
  readonly status: 'OPEN' | 'DECIDED';
}

/** A weight in bits as questions keep it. */
export function keptWeight(bits: number): number {
  return Math.round(bits * 100);
}

/** Everything of which the index consists, by kind. */
export interface States {
  readonly resident: ResidentState;
  readonly record: RecordState;
  readonly link: LinkState;
  readonly constraint: ConstraintState;
  readonly review: ReviewState;
}

export type Kind = keyof States;

/** One thing that an event changed: what it was and what it is; null where there is nothing. */
export type Change = {
  readonly [K in Kind]: {
    readonly kind: K;
    readonly key: string;
    readonly before: States[K] | null;
    readonly after: States[K] | null;
  };
}[Kind];

/** The key of a constraint between two records, whichever is named first. */
export function constraintKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The key of a question: asked once, whoever finds it again. */
export function reviewKey({
  kind,
  record,
  resident,
}: Pick<ReviewState, 'kind' | 'record' | 'resident'>): string {
  return `${kind} ${record} ${resident}`;
}

/** Whether two states are the same. */
export function isSame(one: States[Kind] | null, other: States[Kind] | null): boolean {
  return canonical(one) === canonical(other);
}

function canonical(state: States[Kind] | null): string {
  return state === null
    ? 'null'
    : JSON.stringify(Object.entries(state).sort(([one], [other]) => (one < other ? -1 : 1)));
}
