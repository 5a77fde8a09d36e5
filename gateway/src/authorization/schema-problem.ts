import type { ErrorCode } from '../errors/index.ts';

/** What of the catalogue of errors can be wrong with an agency's schema, the data categories or the agreements. */
export type SchemaProblemCode = Extract<
  ErrorCode,
  | `LABEL_${string}`
  | `CATEGOR${string}`
  | `AGREEMENT${string}`
  | 'LABELLED_FIELD_NOT_NULLABLE'
  | 'DESCRIPTION_MISSING'
  | 'ARGUMENT_UNGUARDED'
>;

/** One thing to correct, told so that whoever reads it knows where and how. */
export interface SchemaProblem {
  readonly code: SchemaProblemCode;
  readonly message: string;
  readonly remedy: string;
  readonly subgraph?: string;
  /** `Type.field`, `Type.field(argument:)` or `Enum.VALUE`. */
  readonly coordinate?: string;
  /** `file:line`. */
  readonly place?: string;
}
