import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { FetchGuard, OperationToPlan, PlannedOperation, TextResult } from '../../execution/index.ts';
import type { FactSource } from '../../governance/index.ts';
import type { Supergraph } from '../../supergraph/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { figures } from '../../telemetry/index.ts';
import type { DisclosedResident } from '../disclosing/index.ts';
import type { NamedPlace } from '../disclosing/index.ts';
import { accountFor, AskedAgencies, DisclosurePlaces } from '../disclosing/index.ts';
import type { DecisionTable, Policy } from '../policy/index.ts';
import { openDecision } from '../policy/index.ts';
import type { PrunedOperation } from '../pruning/index.ts';
import { pruneOperation, withheldEntirely, withheldFailure } from '../pruning/index.ts';
import type { DisclosedAnswer } from './answer-disclosed.ts';
import { answerDisclosed } from './answer-disclosed.ts';
import { createGuard } from './create-guard.ts';
import type { DisclosureContext } from './disclosure-context.ts';
import { FetchCatalogue } from './fetch-catalogue.ts';
import type { SchemaOf } from './fetch-schemas.ts';
import { fetchSchemas } from './fetch-schemas.ts';
import type { ResidentDesk } from './resident-desk.ts';
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
  /** Whether it has to be known of every answer whom it discloses, for the record. */
  readonly accounts?: boolean;
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
  | {
      readonly kind: 'refused';
      readonly failures: readonly Failure[];
      /** Whom the operation named, where that has to be known. */
      readonly withheld: Promise<readonly DisclosedResident[]> | null;
      readonly epoch: number;
    };

/** One request as far as it is permitted. It stays with the policy that it began with. */
export interface Disclosure {
  /** What is planned and asked in place of the client's operation. */
  readonly operation: OperationToPlan;
  /** Handed on with every fetch. */
  readonly context: DisclosureContext;
  /** Whether an answer's text goes to the client as it is, but for what says whom it is about. */
  readonly isWhole: boolean;
  /**
   * Checks every fetch of the plan against the same decisions.
   *
   * @returns what stands before the agencies; nothing if nothing depends on residents
   * @throws Failure PLAN_NOT_PERMITTED
   */
  readonly guard: (planned: PlannedOperation) => FetchGuard | undefined;
  /** Makes of an answer to `operation` the answer to the client's, and says whom that discloses. */
  readonly disclose: (result: ExecutionResult | TextResult) => Promise<DisclosedAnswer>;
}

/** Decides about the requests of one supergraph. */
export interface Authorizer {
  readonly authorize: (request: RequestToAuthorize) => AuthorizeDecision;
  /** What is planned in place of a validated operation where nothing of it is denied, whatever depends on residents. */
  readonly undenied: (operation: OperationToPlan) => OperationToPlan;
}

/** Decides nothing: no request is ever authorized by it. */
const denyingNothing = { ofField: () => openDecision, ofArgument: () => null };

/** Opened selections that are remembered with the operations to which they belong. */
const mostSelections = 200_000;

/** Decision tables for which the fetches of one plan are remembered. */
const mostTablesOfAPlan = 500;

export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const now = options.now ?? ((): Date => new Date());
  const remembered = new Remembered(options);
  const { supergraph, accounts = false } = options;
  return {
    authorize: (request) => authorize(request, now(), options, remembered),
    undenied: (operation) => {
      const input = { operation, schema: supergraph.apiSchema, table: denyingNothing };
      return pruneOperation({ ...input, identifies: accounts }).operation;
    },
  };
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
  const unasked = pruned.isForged ? [forgedFailure()] : refusals(pruned, request.variables);
  const refused = denied === null ? unasked : [argumentFailure(denied)];
  const { caller, purposeOfUse } = request;
  const { epoch } = policy;
  const asked = options.accounts === true ? new AskedAgencies() : null;
  const context = { caller, purposeOfUse, table, epoch, decidedCategories: [], asked };
  const begun = { pruned, context, at, request, policy };
  const desk = deskOf(begun, options);
  if (refused.length === 0)
    return { kind: 'authorized', disclosure: disclosureOf(begun, desk, options, remembered) };
  const account = asked && accountOf(begun, desk, asked, remembered);
  return { kind: 'refused', failures: refused, withheld: account && account([]), epoch };
}

/** A request about which it has been decided what may go on. */
interface BegunDisclosure {
  readonly pruned: PrunedOperation;
  readonly context: DisclosureContext;
  readonly at: Date;
  readonly request: RequestToAuthorize;
  readonly policy: Policy;
}

function deskOf(
  { context: { table }, at, request }: BegunDisclosure,
  options: AuthorizerOptions,
): ResidentDesk {
  const { facts, log } = options;
  return createResidentDesk({ table, facts, at, requestId: request.requestId, log });
}

/** @returns what says whom an answer discloses that names these residents */
function accountOf(
  { pruned, context, at, request, policy }: BegunDisclosure,
  desk: ResidentDesk,
  asked: AskedAgencies,
  remembered: Remembered,
): (found: readonly NamedPlace[]) => Promise<readonly DisclosedResident[]> {
  const { caller, purposeOfUse, table } = context;
  const { declarations, categoriesOf } = policy;
  const places = remembered.placesOf(pruned, table, policy);
  const by = { requester: caller, purposeOfUse, at, declarations, categoriesOf };
  const decide = { decisionsOf: desk.decisionsOf, factsOf: desk.factsOf };
  return (found) => accountFor({ ...by, ...decide, places, found, variables: request.variables, asked });
}

function disclosureOf(
  begun: BegunDisclosure,
  desk: ResidentDesk,
  { categoriesOf }: AuthorizerOptions,
  remembered: Remembered,
): Disclosure {
  const { pruned, context } = begun;
  const { table, asked } = context;
  const { variables } = begun.request;
  const account = asked && accountOf(begun, desk, asked, remembered);
  const obliges = pruned.permits.some(({ obligations }) => obligations.length > 0);
  return {
    operation: pruned.operation,
    context,
    isWhole: !pruned.selections.changesAnswer && !obliges,
    guard: (planned) => {
      const fetches = remembered.fetchesOf(planned, table);
      const { hasDependents } = pruned.selections;
      return hasDependents || fetches.hasDependents
        ? createGuard({ fetches, desk, context, categoriesOf })
        : undefined;
    },
    disclose: async (result) =>
      answerDisclosed(result, { pruned, variables, decisionsOf: desk.decisionsOf, account }),
  };
}

/** Nothing is left: the caller learns why, unless something among it must not be known of. */
function refusals(pruned: PrunedOperation, variables: Readonly<Record<string, unknown>>): readonly Failure[] {
  if (!pruned.isEmpty) return [];
  const withheld = withheldEntirely(pruned, variables);
  return withheld.some(({ denial }) => denial.isConcealed) ? [] : withheld.map(withheldFailure);
}

function forgedFailure(): Failure {
  return failure('GRAPHQL_VALIDATION_FAILED', { message: 'The operation uses a name that is not free.' });
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
  readonly #identifies: boolean;
  #places = new WeakMap<PrunedOperation, DisclosurePlaces>();
  #catalogues = new WeakMap<PlannedOperation, LRUCache<string, FetchCatalogue>>();
  #policy: Policy | null = null;

  constructor({ supergraph, accounts = false }: AuthorizerOptions) {
    this.#supergraph = supergraph;
    this.#identifies = accounts;
    this.#schemaOf = fetchSchemas(supergraph);
    figures.caches.prunedOperations.watch(this.#pruned);
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
    figures.caches.prunedOperations.count(known !== undefined);
    if (known) return known;
    const pruned = pruneOperation({
      operation,
      schema: this.#supergraph.apiSchema,
      table,
      identifies: this.#identifies,
    });
    this.#pruned.set(key, pruned);
    return pruned;
  }

  placesOf(pruned: PrunedOperation, { ofField }: DecisionTable, { categoriesOf }: Policy): DisclosurePlaces {
    const known = this.#places.get(pruned);
    if (known) return known;
    const places = new DisclosurePlaces(pruned, { ofField, categoriesOf });
    this.#places.set(pruned, places);
    return places;
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
