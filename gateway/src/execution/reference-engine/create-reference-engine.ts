import { ApolloGateway } from '@apollo/gateway';
import type { ExecutionResult, OperationDefinitionNode } from 'graphql';
import { getOperationAST } from 'graphql';

import { failure, toGraphQLError } from '../../errors/index.ts';
import type { Supergraph } from '../../supergraph/index.ts';
import { agencySchemas, withoutSecurityDirectives } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { Executor, ExecutionRequest, OperationToPlan, PlannedOperation } from '../executor.ts';
import { createProjections } from '../projection/index.ts';
import type { SubgraphClient } from '../subgraph-client/index.ts';
import { AgencyDataSource } from './agency-data-source.ts';
import { catalogueResult } from './catalogue-result.ts';
import { engineLogger } from './engine-logger.ts';
import { plannedFetches } from './planned-fetches.ts';

/** What the reference engine is made of. */
export interface ReferenceEngineOptions {
  readonly supergraph: Supergraph;
  readonly client: SubgraphClient;
  readonly log: Logger;
}

type GatewayExecutor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

/**
 * @apollo/gateway's executor behind this gateway's interface: the engine that every other is compared with.
 *
 * It plans on the main thread, for what is asked of a plan and again on the operation's first run. Where a value that must not be null is missing
 * beside other errors, it reports those errors and not the missing value.
 */
export async function createReferenceEngine(options: ReferenceEngineOptions): Promise<Executor> {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'; // read in the constructor; without it, it sends to the internet
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurityDirectives(options.supergraph.sdl),
    buildService: serviceBuilder(options),
    logger: engineLogger(options.log),
  });
  const { executor } = await gateway.load();
  return new ReferenceEngine(gateway, executor, options.log);
}

function serviceBuilder({ supergraph, client, log }: ReferenceEngineOptions) {
  const schemas = agencySchemas(supergraph.sdl);
  return ({ name }: { name: string }): AgencyDataSource => {
    const schema = schemas.get(name);
    if (!schema) throw new TypeError(`The supergraph has no agency ${name}.`);
    return new AgencyDataSource({ agency: name, client, projections: createProjections(schema), log });
  };
}

class ReferenceEngine implements Executor {
  readonly #gateway: ApolloGateway;
  readonly #executor: GatewayExecutor;
  readonly #log: Logger;
  readonly #planned = new WeakMap<PlannedOperation, OperationToPlan>();

  constructor(gateway: ApolloGateway, executor: GatewayExecutor, log: Logger) {
    this.#gateway = gateway;
    this.#executor = executor;
    this.#log = log;
  }

  plan(toPlan: OperationToPlan): Promise<PlannedOperation> {
    const operation = getOperationAST(toPlan.document, toPlan.operationName);
    if (!operation) return Promise.reject(failure('OPERATION_RESOLUTION_FAILURE'));
    return new Promise((resolve) => {
      const planned = { operation, fetches: plannedFetches(this.#gateway, toPlan) };
      this.#planned.set(planned, toPlan);
      resolve(planned);
    });
  }

  async execute(planned: PlannedOperation, request: ExecutionRequest): Promise<ExecutionResult> {
    try {
      const toPlan = this.#planned.get(planned);
      if (!toPlan) throw new TypeError('The operation was planned by another engine.');
      const context = requestContext(toPlan, planned.operation, request, engineLogger(this.#log));
      return catalogueResult(await this.#executor(context), request.requestId, this.#log);
    } catch (error) {
      this.#log.error('The reference engine failed', { requestId: request.requestId, error });
      return formattedResult();
    }
  }

  executeAsText(planned: PlannedOperation, request: ExecutionRequest): Promise<ExecutionResult> {
    return this.execute(planned, request);
  }

  async close(): Promise<void> {
    await this.#gateway.stop();
  }
}

/** The part of Apollo Server's request context that the executor reads. */
function requestContext(
  { document, key }: OperationToPlan,
  operation: OperationDefinitionNode,
  { variables, requestId, signal, guard, context: signedWith }: ExecutionRequest,
  logger: ReturnType<typeof engineLogger>,
): Parameters<GatewayExecutor>[0] {
  const operationName = operation.name?.value;
  const context = {
    request: { operationName, variables: { ...variables } },
    document,
    operation,
    operationName: operationName ?? null,
    queryHash: key,
    context: { requestId, signal, guard, context: signedWith },
    metrics: {},
    logger,
  };
  return context as unknown as Parameters<GatewayExecutor>[0];
}

function formattedResult(): ExecutionResult {
  return {
    data: null,
    errors: [toGraphQLError(failure('INTERNAL_SERVER_ERROR'))],
  } as unknown as ExecutionResult;
}
