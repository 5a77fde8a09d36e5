import type { FieldNode, GraphQLSchema } from 'graphql';

import type { DataRecord } from '../data/index.ts';
import type { OperationParts } from '../isolation/index.ts';

/** What a shape is compiled from. */
export interface ShapeScope {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  readonly parts: OperationParts;
  /** The key in our data of each field of the client's document. */
  readonly keys: ReadonlyMap<FieldNode, string>;
  /** The values of the variables in `@skip` and `@include`. */
  readonly conditions: Readonly<DataRecord>;
}
