import type { ExecutionResult } from 'graphql';
import { OperationTypeNode, print } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Failure } from '../../errors/index.ts';
import { failure, toGraphQLError } from '../../errors/index.ts';
import type { Planner, Planners, Supergraph } from '../../supergraph/index.ts';
import { createPlanners } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { figures } from '../../telemetry/index.ts';
import type { ExecutionRequest, Executor, OperationToPlan, TextResult } from '../executor.ts';
import type { SubgraphClient } from '../subgraph-client/index.ts';
import type { EngineSchemas } from './compile-operation.ts';
import { compileOperation } from './compile-operation.ts';
import { executeOperation } from './execute-operation.ts';
import { isolateOperation, operationParts } from './isolation/index.ts';
import { createRequirements, splitOperation } from './requirements/index.ts';
import type { PlannedEngineOperation } from './planned-engine-operation.ts';

/** What the engine is made of. */
export interface EngineOptions {
  readonly supergraph: Supergraph;
  readonly client: SubgraphClient;
  readonly log: Logger;
  /** Shared with the engines of other supergraphs; the engine has its own where none are given. */
  readonly planners?: Planners;
  /** Plans that are kept, the least recently used leaving first. */
  readonly maximumPlans?: number;
}

const defaults = { maximumPlans: 1000 };

/**
 * The engine of this gateway. Planning is left to @apollo/query-planner, in a thread of its own; everything
 * else is done here, in these phases:
 *
 * 1. isolate: the client's aliases and variables are given names of ours.
 * 2. plan: the planner says which agencies to ask, in which order.
 * 3. compile: each fetch and the client's answer, once for each operation.
 * 4. run: fetches in parallel, each answer checked and written into records of ours.
 * 5. shape: the client's answer with its names, order, nulls and errors.
 *
 * Where an answer is wanted as text and nothing unusual happens, splicing takes the place of 4 and 5.
 *
 * @throws Error if the planner cannot be built from the supergraph.
 */
export async function createEngine(options: EngineOptions): Promise<Executor> {
  const { sdl, apiSchema, fullSchema: full } = options.supergraph;
  const planner = await openPlanner(sdl, options);
  return new Engine(options, planner, { api: apiSchema, full, requirements: createRequirements(full) });
}

async function openPlanner(sdl: string, { planners, log }: EngineOptions): Promise<Planner> {
  if (planners) return planners.plannerOf(sdl);
  const own = createPlanners({ log });
  const planner = await own.plannerOf(sdl);
  return { plan: (document) => planner.plan(document), close: () => own.close() };
}

class Engine implements Executor {
  readonly #options: EngineOptions;
  readonly #planner: Planner;
  readonly #schemas: EngineSchemas;
  /** Promises, so that requests that miss together wait for one plan. */
  readonly #plans: LRUCache<string, Promise<PlannedEngineOperation>>;

  constructor(options: EngineOptions, planner: Planner, schemas: EngineSchemas) {
    this.#options = options;
    this.#planner = planner;
    this.#schemas = schemas;
    this.#plans = new LRUCache({ max: options.maximumPlans ?? defaults.maximumPlans });
    figures.caches.plans.watch(this.#plans);
  }

  plan(toPlan: OperationToPlan): Promise<PlannedEngineOperation> {
    const known = this.#plans.get(toPlan.key);
    figures.caches.plans.count(known !== undefined);
    if (known) return known;
    const planned = this.#planAnew(toPlan);
    this.#plans.set(toPlan.key, planned);
    planned.catch(() => this.#forget(toPlan.key, planned));
    return planned;
  }

  execute(planned: PlannedEngineOperation, request: ExecutionRequest): Promise<ExecutionResult> {
    return this.#executeOver(this.#options.client, planned, request);
  }

  async #executeOver(
    client: SubgraphClient,
    planned: PlannedEngineOperation,
    request: ExecutionRequest,
  ): Promise<ExecutionResult> {
    try {
      return await executeOperation(planned, request, client, this.#schemas);
    } catch (error) {
      this.#options.log.error('The engine failed', { requestId: request.requestId, error });
      return {
        data: null,
        errors: [toGraphQLError(failure('INTERNAL_SERVER_ERROR'))],
      } as unknown as ExecutionResult;
    }
  }

  async executeAsText(
    planned: PlannedEngineOperation,
    request: ExecutionRequest,
  ): Promise<ExecutionResult | TextResult> {
    const { client, log } = this.#options;
    const spliced = await planned.splicerFor(request.variables).run(request, client);
    if (spliced.kind === 'spliced') {
      const { body, errors } = spliced;
      return { kind: 'text', body, errors };
    }
    const { requestId } = request;
    if (spliced.fault !== undefined) log.error('Splicing failed', { requestId, error: spliced.fault });
    return this.#executeOver(spliced.client, planned, request);
  }

  async close(): Promise<void> {
    await this.#planner.close();
  }

  async #planAnew({ document, operationName }: OperationToPlan): Promise<PlannedEngineOperation> {
    const parts = operationParts(document, operationName);
    if (!parts) throw failure('OPERATION_RESOLUTION_FAILURE');
    if (parts.operation.operation === OperationTypeNode.SUBSCRIPTION)
      throw failure('GRAPHQL_VALIDATION_FAILED');
    const isolated = isolateOperation(this.#schemas.full, parts);
    const documents = splitOperation(this.#schemas.full, this.#schemas.requirements, isolated.document);
    if (documents.length > 1 && parts.operation.operation === OperationTypeNode.MUTATION)
      throw unsplittable();
    const plans = await Promise.all(documents.map((part) => this.#planner.plan(print(part))));
    return compileOperation(this.#schemas, parts, isolated, plans);
  }

  #forget(key: string, planned: Promise<PlannedEngineOperation>): void {
    if (this.#plans.peek(key) === planned) this.#plans.delete(key);
  }
}

/** Its parts would be sent one beside the other, and a mutation must happen once. */
function unsplittable(): Failure {
  return failure('GRAPHQL_VALIDATION_FAILED', {
    message: 'Some of the selected fields cannot be asked for in one mutation. Ask for them in a query.',
  });
}
