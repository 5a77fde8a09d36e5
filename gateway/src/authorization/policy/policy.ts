import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { EmergencyDeclaration, ResidentFacts } from '../../governance/index.ts';
import type { Category } from '../categories/index.ts';
import type { Decision } from './decision.ts';

/** Everything that one caller may see for one purpose, decided as far as it can be without a resident. */
export interface DecisionTable {
  /** Equal for tables that decide alike: plans and pruned operations are shared by it. */
  readonly digest: string;
  readonly caller: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  /** Names of the categories that are permitted without knowing the resident. */
  readonly permitted: ReadonlySet<string>;
  /** Names of the categories that depend on the resident. */
  readonly undetermined: ReadonlySet<string>;
  /**
   * Of a field, by `Type.field`, at constant cost. A field that shows nothing by itself (keys, `__typename`, paging)
   * is permitted; one that is unknown or has no label is denied.
   */
  readonly ofField: (coordinate: string) => Decision;
  /** Of an argument or input field, by `Type.field(argument:)` or `Input.field`; null if it shows nothing. */
  readonly ofArgument: (coordinate: string) => Decision | null;
  /** Of a category by name. */
  readonly ofCategory: (category: string) => Decision;
  /** The same questions for one resident: nothing is undetermined any more. */
  readonly forResident: (facts: ResidentFacts) => ResidentDecisions;
}

/** Decisions about one resident's data. */
export interface ResidentDecisions {
  readonly ofField: (coordinate: string) => Exclude<Decision, { readonly kind: 'undetermined' }>;
  readonly ofCategory: (category: string) => Exclude<Decision, { readonly kind: 'undetermined' }>;
}

/** The agreements, statutes and restrictions in force, compiled for one supergraph. Immutable. */
export interface Policy {
  /** Of the governance state and the agreements that it was compiled from; grows with every change. */
  readonly epoch: number;
  /** SHA-256 in hexadecimal of everything that decisions depend on. */
  readonly digest: string;
  /** The categories that a field shows, by `Type.field`; none for one that shows nothing by itself. */
  readonly categoriesOf: (coordinate: string) => readonly Category[];
  /** Emergencies that were declared and confirmed; each counts from its start to its end. */
  readonly declarations: readonly EmergencyDeclaration[];
  /** Cached; a table holds until the next moment at which an agreement or declaration begins or ends. */
  readonly tableFor: (caller: Caller, purposeOfUse: PurposeOfUse | null, at: Date) => DecisionTable;
}
