import type { Caller } from '../authentication/index.ts';
import type { ResidentFacts } from './facts/index.ts';

/** An operation that somebody would ask. What the gateway doesn't take for an operation, it refuses. */
export interface ExplainedOperation {
  readonly document: string;
  readonly operationName: string | null;
  /** A JSON object. */
  readonly variables: string;
  readonly caller: Caller;
  /** A code of purposes of use; null if none is stated. */
  readonly purposeOfUse: string | null;
  readonly at: Date;
}

/** Somebody's access, as far as governance looks at it; what else the schema names comes along. */
export interface AnalysedAccess {
  readonly requester: { readonly agency: string };
  /** `Type.field`, or the name of a data category. */
  readonly subject: string;
}

/** A change of somebody's access. */
interface AnalysedChange {
  readonly requester: { readonly agency: string };
  readonly category: string;
}

/** An operation that would lose fields. */
interface AnalysedLoss {
  readonly losses: readonly { readonly coordinate: string }[];
}

/** What an operation would be answered. */
export interface AnalysedOperation {
  readonly refusedArgument: string | null;
  readonly fields: readonly { readonly coordinate: string }[];
}

/** Agreements in place of some that are in force. */
export interface OtherAgreements {
  /** Texts of their files. */
  readonly proposed: readonly string[];
  /** Their ids. */
  readonly ended: readonly string[];
  /** Ids of those that are known, to be decided by as if they were in force. */
  readonly begun: readonly string[];
}

/** An agreement, by those whom it binds. */
export interface BoundAgencies {
  readonly agencies: readonly string[];
}

/** An agreement by those whom it binds; what else the schema names comes along. */
export interface AnalysedAgreement extends BoundAgencies {
  readonly id: string;
  /** What was agreed on before, which may have bound others. */
  readonly earlierVersions: readonly BoundAgencies[];
}

/** What agreements leave open, grant in vain, or will soon end. */
export interface AnalysedCoverage {
  /** `Type.field`. */
  readonly unlabelledFields: readonly string[];
  readonly categoriesWithoutAgreement: readonly string[];
  readonly forbiddenGrants: readonly BoundAgencies[];
  readonly expiringAgreements: readonly BoundAgencies[];
}

/**
 * What governance has to know of explaining and simulating, which stand on the facts and therefore above it. Nothing
 * here asks who wants to know, and nothing here holds a value. Whatever is no operation, coordinate, purpose or
 * agreement is refused with BAD_USER_INPUT.
 */
export interface PolicyAnalysis {
  /** @param facts - about the resident whom all of the operation is about; null to explain it for any */
  readonly explain: (asked: ExplainedOperation, facts: ResidentFacts | null) => Promise<AnalysedOperation>;
  readonly fieldAccess: (coordinate: string, at: Date) => Promise<readonly AnalysedAccess[]>;
  readonly roleAccess: (
    requester: { readonly role: string; readonly agency: string; readonly application: string | null },
    purposeOfUse: string | null,
    at: Date,
  ) => Promise<readonly AnalysedAccess[]>;
  readonly compareAgreements: (
    other: OtherAgreements,
    at: Date,
    /** Whether to tell that somebody of this agency loses this field, and whom among the losing requesters. */
    isShown: (coordinate: string, requesterAgency: string) => boolean,
  ) => Promise<{ readonly changes: readonly AnalysedChange[]; readonly operations: readonly AnalysedLoss[] }>;
  /** Whatever their state, in the order of their ids. */
  readonly agreements: (at: Date) => readonly AnalysedAgreement[];
  readonly coverage: (expiringWithinDays: number, at: Date) => Promise<AnalysedCoverage>;
  /** The agencies whose data a field (`Type.field`) or a category shows; none of what shows nothing. */
  readonly ownersOf: (subject: string) => readonly string[];
}
