import type { GraphQLSchema } from 'graphql';

import type { RegisteredOperation } from '../../authorization/index.ts';
import { registeredOperations } from '../../authorization/index.ts';
import type { OperationLimits } from '../../operation/index.ts';
import { openTrustedDocuments } from '../../operation/index.ts';
import { createLogger } from '../../telemetry/index.ts';

/** The operations of a manifest that the schema answers; none without a manifest. */
export async function operationsOfManifest(
  file: string | undefined,
  schema: GraphQLSchema,
): Promise<readonly RegisteredOperation[]> {
  const source = await openTrustedDocuments({ file, watch: false, limits, log: createLogger('error') });
  const documents = source.current().all.map(({ id, parsed: { document } }) => ({ id, document }));
  return registeredOperations(documents, schema);
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
