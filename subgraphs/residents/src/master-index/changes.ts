/** A resident's id and what became of it. Ids are never deleted and never issued again. */
export interface ResidentState {
  readonly status: 'ACTIVE' | 'MERGED' | 'RETIRED';
  /** The survivor; null unless the status is MERGED. */
  readonly replacedBy: string | null;
}

/** A record of one agency; `person` is what linkage compares, as JSON. An inactive one was withdrawn. */
export interface RecordState {
  readonly source: string;
  readonly person: string;
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

/** A question to a person. */
export interface ReviewState {
  readonly kind: 'POSSIBLE_MATCH' | 'POTENTIAL_DUPLICATE' | 'POSSIBLE_OVERLAY';
  readonly record: string;
  readonly resident: string;
  readonly status: 'OPEN' | 'DECIDED';
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
export function reviewKey({ kind, record, resident }: Omit<ReviewState, 'status'>): string {
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
