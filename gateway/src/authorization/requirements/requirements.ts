import type { Label } from '../labels/index.ts';

/** What one agency is shown of others so that it can answer a field of its own (`@requires`, `@fromContext`). */
export interface AgencyDisclosure {
  /** The agency that receives. */
  readonly recipient: string;
  /** Categories, as alternatives, each a list of what is needed together. */
  readonly needs: Label;
}

/** What a caller needs for a field. Fields that need the same share one. */
export interface Requirement {
  /** Its place in `Requirements.all`. */
  readonly id: number;
  /**
   * Alternatives, each a list of what is needed together: names of data categories, and `role:<name>` for a role.
   * An empty list of alternatives is satisfied by nobody, an empty alternative by everybody who is known.
   */
  readonly needs: Label;
  /** Between agencies; each must be permitted as well. */
  readonly disclosures: readonly AgencyDisclosure[];
}

/** `open`: shows nothing by itself. `unlabelled`: nobody said what it shows, so nobody may see it, nor find by it. */
export type FieldRequirement = Requirement | 'open' | 'unlabelled';

/** The rule table of one supergraph. Immutable. */
export interface Requirements {
  /** SHA-256 in hexadecimal: equal for tables that require the same. */
  readonly digest: string;
  /** By `Requirement.id`. */
  readonly all: readonly Requirement[];
  /** Every field of an object or interface type, as `Type.field`. */
  readonly coordinates: readonly string[];
  /** Of a field, by `Type.field`, at constant cost; `unlabelled` if there is no such field. */
  readonly requirementOf: (coordinate: string) => FieldRequirement;
  /** Of an argument or input field, by `Type.field(argument:)` or `Input.field`; `unlabelled` if there is none. */
  readonly ofArgument: (coordinate: string) => FieldRequirement;
}
