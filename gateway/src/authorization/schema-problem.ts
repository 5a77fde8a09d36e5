/** What can be wrong with an agency's schema or with the catalogue of data categories. */
export type SchemaProblemCode =
  | 'LABEL_MISSING'
  | 'LABEL_EMPTY'
  | 'LABEL_UNKNOWN'
  | 'LABELLED_FIELD_NOT_NULLABLE'
  | 'LABEL_WEAKER_THAN_INTERFACE'
  | 'CATEGORY_UNUSED'
  | 'CATEGORY_OF_ANOTHER_AGENCY'
  | 'CATEGORIES_UNREADABLE'
  | 'DESCRIPTION_MISSING';

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
