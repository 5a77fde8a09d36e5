import type { DenialReason, Obligation, Remedy, Transform } from '../access/index.ts';

/** A field's value is made less before it is shown. */
interface FieldTransform {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly transform: Transform;
}

/** What permits: which agreement, by which clause, and the laws that were asked. */
export interface Permit {
  readonly kind: 'permit';
  /** The agreements that grant, one for each category. */
  readonly agreements: readonly { readonly id: string; readonly version: number; readonly clause: string }[];
  readonly citations: readonly string[];
  readonly obligations: readonly Obligation[];
  readonly transforms: readonly FieldTransform[];
}

/** Why something is withheld, and what can be done about it. */
export interface Denial {
  readonly kind: 'deny';
  readonly reason: DenialReason;
  /** The law, or the agreement's title, that forbids or doesn't permit. */
  readonly authority: string;
  readonly remedy: Remedy;
  /** The agreement that comes nearest to granting it. */
  readonly agreement: string | null;
  /** The data category that is denied. */
  readonly category: string;
  /** The caller must not learn of it. */
  readonly isConcealed: boolean;
}

/** Needs a fact about the resident. */
export interface Undetermined {
  readonly kind: 'undetermined';
  readonly authority: string;
  readonly category: string;
}

/** Whether something may be disclosed. */
export type Decision = Permit | Denial | Undetermined;
