import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, validate } from 'graphql';

import type { OperationAsked } from './operation-fields.ts';

/** One operation of a registered document. */
export interface RegisteredOperation extends OperationAsked {
  /** The document's. */
  readonly id: string;
}

/** The operations of registered documents that the schema answers. */
export function registeredOperations(
  documents: readonly { readonly id: string; readonly document: DocumentNode }[],
  schema: GraphQLSchema,
): readonly RegisteredOperation[] {
  const valid = documents.filter(({ document }) => validate(schema, document).length === 0);
  return valid.flatMap(({ id, document }) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ id, document, operationName: definition.name?.value ?? null }]
        : [],
    ),
  );
}
