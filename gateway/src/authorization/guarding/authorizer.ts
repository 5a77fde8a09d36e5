import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { FetchGuard, OperationToPlan, PlannedOperation } from '../../execution/index.ts';
import type { FactSource } from '../../governance/index.ts';
import type { Supergraph } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { DecisionTable, Policy } from '../policy/index.ts';
import type { PrunedOperation } from '../pruning/index.ts';
import { pruneOperation, restoreWithheld, withheldEntirely, withheldFailure } from '../pruning/index.ts';
import { createGuard } from './create-guard.ts';
import type { DisclosureContext } from './disclosure-context.ts';
import { FetchCatalogue } from './fetch-catalogue.ts';
import type { SchemaOf } from './fetch-schemas.ts';
import { fetchSchemas } from './fetch-schemas.ts';
import { createResidentDesk } from './resident-desk.ts';

/** What an authorizer decides by. */
export interface AuthorizerOptions {
  readonly supergraph: Supergraph;
  /** The one in force. @throws Failure POLICY_NOT_COMPILED if there is none */
  readonly policy: () => Policy;
  readonly facts: Pick<FactSource, 'factsOf'>;
  /** Names of the data categories that an agency owns. */
  readonly categoriesOf: (agency: string) => readonly string[];
  readonly log: Logger;
  readonly now?: () => Date;
}

/** Who asks for what. */
interface RequestToAuthorize {
  readonly caller: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  /** Validated. */
  readonly operation: OperationToPlan;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** What of a request may go on. */
type AuthorizeDecision =
  | { readonly kind: 'authorized'; readonly disclosure: Disclosure }
  | { readonly kind: 'refused'; readonly failures: readonly Failure[] };

/** One request as far as it is permitted. It stays with the policy that it began with. */
export interface Disclosure {
  /** What is planned and asked in place of the client's operation. */
  readonly operation: OperationToPlan;
  /** Handed on with every fetch. */
  readonly context: DisclosureContext;
  /** Whether an answer goes to the client as it is. */
  readonly isWhole: boolean;
  /**
   * Checks every fetch of the plan against the same decisions.
   *
   * @returns what stands before the agencies; nothing if nothing depends on residents
   * @throws Failure PLAN_NOT_PERMITTED
   */
  readonly guard: (planned: PlannedOperation) => FetchGuard | undefined;
  /** Makes of an answer to `operation` the answer to the client's. */
  readonly restore: (result: ExecutionResult) => Promise<ExecutionResult>;
}

/** Decides about the requests of one supergraph. */
export interface Authorizer {
  readonly authorize: (request: RequestToAuthorize) => AuthorizeDecision;
}

/** Opened selections that are remembered with the operations to which they belong. */
const mostSelections = 200_000;

/** Decision tables for which the fetches of one plan are remembered. */
const mostTablesOfAPlan = 500;

export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const now = options.now ?? ((): Date => new Date());
  const remembered = new Remembered(options);
  return { authorize: (request) => authorize(request, now(), options, remembered) };
}

function authorize(
  request: RequestToAuthorize,
  at: Date,
  options: AuthorizerOptions,
  remembered: Remembered,
): AuthorizeDecision {
  const policy = options.policy();
  remembered.keepTo(policy);
  const table = policy.tableFor(request.caller, request.purposeOfUse, at);
  const pruned = remembered.prune(request.operation, table);
  const denied = pruned.argumentRules.deniedWith(request.variables);
  if (denied !== null) return { kind: 'refused', failures: [argumentFailure(denied)] };
  const failures = pruned.isEmpty ? refusals(pruned, request.variables) : [];
  if (failures.length > 0) return { kind: 'refused', failures };
  const { caller, purposeOfUse } = request;
  const context = { caller, purposeOfUse, table, epoch: policy.epoch, decidedCategories: [] };
  return { kind: 'authorized', disclosure: disclosureOf(pruned, context, at, request, options, remembered) };
}

function disclosureOf(
  pruned: PrunedOperation,
  context: DisclosureContext,
  at: Date,
  { variables, requestId }: RequestToAuthorize,
  { facts, log, categoriesOf }: AuthorizerOptions,
  remembered: Remembered,
): Disclosure {
  const { table } = context;
  const desk = createResidentDesk({ table, facts, at, requestId, log });
  const obliges = pruned.permits.some(({ obligations }) => obligations.length > 0);
  return {
    operation: pruned.operation,
    context,
    isWhole: !pruned.selections.needsRestoring && !obliges,
    guard: (planned) => {
      const fetches = remembered.fetchesOf(planned, table);
      const { hasDependents } = pruned.selections;
      return hasDependents || fetches.hasDependents
        ? createGuard({ fetches, desk, context, categoriesOf })
        : undefined;
    },
    restore: async (result) =>
      restoreWithheld(result, { pruned, variables, decisionsOf: async (ids) => desk.decisionsOf(ids) }),
  };
}

/** Nothing is left: the caller learns why, unless something among it must not be known of. */
function refusals(pruned: PrunedOperation, variables: Readonly<Record<string, unknown>>): readonly Failure[] {
  const withheld = withheldEntirely(pruned, variables);
  return withheld.some(({ denial }) => denial.isConcealed) ? [] : withheld.map(withheldFailure);
}

function argumentFailure(coordinate: string): Failure {
  return failure('FORBIDDEN', {
    message: `The caller may not use ${coordinate}: it would show what is withheld.`,
  });
}

/** What is worked out once for every decision table that decides alike, and forgotten with the policy. */
class Remembered {
  readonly #supergraph: Supergraph;
  readonly #pruned = new LRUCache<string, PrunedOperation>({
    maxSize: mostSelections,
    sizeCalculation: ({ size }) => size,
  });
  readonly #schemaOf: SchemaOf;
  #catalogues = new WeakMap<PlannedOperation, LRUCache<string, FetchCatalogue>>();
  #policy: Policy | null = null;

  constructor({ supergraph }: AuthorizerOptions) {
    this.#supergraph = supergraph;
    this.#schemaOf = fetchSchemas(supergraph);
  }

  keepTo(policy: Policy): void {
    if (policy === this.#policy) return;
    this.#policy = policy;
    this.#pruned.clear();
    this.#catalogues = new WeakMap();
  }

  prune(operation: OperationToPlan, table: DecisionTable): PrunedOperation {
    const key = `${table.digest} ${operation.key}`;
    const known = this.#pruned.get(key);
    if (known) return known;
    const pruned = pruneOperation({ operation, schema: this.#supergraph.apiSchema, table });
    this.#pruned.set(key, pruned);
    return pruned;
  }

  /** @throws Failure PLAN_NOT_PERMITTED */
  fetchesOf(planned: PlannedOperation, table: DecisionTable): FetchCatalogue {
    const known = this.#catalogues.get(planned);
    const ofPlan = known ?? new LRUCache<string, FetchCatalogue>({ max: mostTablesOfAPlan });
    if (!known) this.#catalogues.set(planned, ofPlan);
    const catalogue = ofPlan.get(table.digest) ?? this.#catalogue(planned, table);
    ofPlan.set(table.digest, catalogue);
    return catalogue;
  }

  #catalogue(planned: PlannedOperation, table: DecisionTable): FetchCatalogue {
    return new FetchCatalogue({ planned, schemaOf: this.#schemaOf, table });
  }
}
