import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, validate } from 'graphql';

import type { OperationLimits } from '../../operation/index.ts';
import { openTrustedDocuments } from '../../operation/index.ts';
import { createLogger } from '../../telemetry/index.ts';

/** One operation of a registered document. */
export interface RegisteredOperation {
  /** The document's. */
  readonly id: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
}

/** The operations of a manifest that the schema answers; none without a manifest. */
export async function registeredOperations(
  file: string | undefined,
  schema: GraphQLSchema,
): Promise<readonly RegisteredOperation[]> {
  const source = await openTrustedDocuments({ file, watch: false, limits, log: createLogger('error') });
  const valid = source.current().all.filter(({ parsed }) => validate(schema, parsed.document).length === 0);
  return valid.flatMap(({ id, parsed: { document } }) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ id, document, operationName: definition.name?.value ?? null }]
        : [],
    ),
  );
}

/** A manifest is the operator's own, and nobody waits. */
const most = Number.MAX_SAFE_INTEGER;
const limits: OperationLimits = {
  maximumBytes: most,
  maximumTokens: most,
  maximumDepth: most,
  maximumAliases: most,
  maximumRootFields: most,
  maximumSelections: most,
  maximumComparisons: most,
  maximumDirectives: most,
  maximumValues: most,
  maximumNesting: most,
  maximumVariables: most,
  maximumDefinitions: most,
};
