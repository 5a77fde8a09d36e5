import { Kind, OperationTypeNode } from 'graphql';

import type { ParsedDocument, TrustedDocuments } from '../operation/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Generation } from './generations.ts';
import { operationToPlan } from './operation-to-plan.ts';

/**
 * Validates and plans trusted documents, so that the first request finds everything ready, unless something of it is
 * denied: that has a plan of its own. A document that does not fit the supergraph is logged, and its requests will be
 * told: the others are not held up by it.
 */
export async function warmUp(generation: Generation, { all }: TrustedDocuments, log: Logger): Promise<void> {
  for (const { parsed } of all) {
    try {
      // The planner makes one plan after the other; more at once would only wait.
      // oxlint-disable-next-line no-await-in-loop
      await prepare(generation, parsed);
    } catch (error) {
      log.error('A trusted document does not fit the supergraph', {
        operation: parsed.id.slice(0, 16),
        error,
      });
    }
  }
}

async function prepare(
  { validator, authorizer, executor, hold }: Generation,
  parsed: ParsedDocument,
): Promise<void> {
  const decision = validator.validate(parsed.document);
  if (decision.kind === 'refused') throw decision.failures[0];
  const operations = parsed.document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const planned = operations
    .filter(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION)
    .map((node) => operationToPlan(parsed, node))
    .map((operation) => authorizer?.undenied(operation) ?? operation);
  await hold(() => Promise.all(planned.map((operation) => executor.plan(operation))));
}
