import type { Supergraph } from './supergraph.ts';

/** Why the subgraphs do not compose, in words that the person who changes the schema can act on. */
export interface CompositionProblem {
  /** A code of Apollo's composition (`FIELD_TYPE_MISMATCH`, …) or one of this gateway's own for the file itself. */
  readonly code: string;
  readonly message: string;
  readonly subgraph?: string;
  /** The schema coordinate, `Type.field` (https://spec.graphql.org/draft/#sec-Schema-Coordinates). */
  readonly coordinate?: string;
  /** `file:line`, where one line is at fault. */
  readonly place?: string;
}

/** What came of composing: a supergraph, or every reason why there is none. */
export type Composition =
  | { readonly kind: 'composed'; readonly supergraph: Supergraph; readonly hints: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly CompositionProblem[] };
