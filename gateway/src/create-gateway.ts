import { withSessions } from './authentication/index.ts';
import type { Config } from './config/index.ts';
import type { Executor } from './execution/index.ts';
import { createHttpServer } from './http/index.ts';
import {
  createDocumentCache,
  createKnownDocuments,
  createPersistedDocuments,
  openTrustedDocuments,
} from './operation/index.ts';
import { createPipeline, openGenerations, warmUp } from './pipeline/index.ts';
import { openAuthorization } from './open-authorization.ts';
import { openCallers } from './open-callers.ts';
import { openDocumentation } from './open-documentation.ts';
import { openEngines, openPlanners } from './open-engines.ts';
import { openSignIn } from './open-sign-in.ts';
import type { OpenLedgerLog } from './open-ledger.ts';
import { openConfiguredLedger } from './open-ledger.ts';
import { openMergeFeed } from './open-merge-feed.ts';
import { openSigning } from './open-signing.ts';
import { agencyHealth } from './agency-health.ts';
import { createGovernanceAgency } from './governance-agency.ts';
import type { InProcessAgency } from './in-process-agencies.ts';
import { isInProcess } from './in-process-agencies.ts';
import { createLedgerAgency } from './ledger-agency.ts';
import { recordAgreements, recordedGovernance } from './record-acts.ts';
import { createPolicyAnalysis } from './policy-analysis.ts';
import type { Supergraph, SupergraphSource } from './supergraph/index.ts';
import { openSupergraph } from './supergraph/index.ts';
import type { Logger } from './telemetry/index.ts';
import { createLogger } from './telemetry/index.ts';

/** A gateway: made, started once, stopped once. */
export interface Gateway {
  /**
   * Composes the supergraph and listens.
   *
   * @throws if the supergraph doesn't compose, the keys can't be read, or the port is taken.
   */
  readonly start: () => Promise<{ readonly url: string }>;
  /** Finishes what has begun, then frees everything. */
  readonly stop: () => Promise<void>;
}

/** What a gateway can be given in place of its own parts. */
export interface GatewayParts {
  readonly log?: Logger;
  readonly openSource?: () => Promise<SupergraphSource>;
  readonly openExecutor?: (supergraph: Supergraph) => Promise<Executor>;
  readonly openLedgerLog?: OpenLedgerLog;
  /** Number of the process among those that share the configuration; 1 if it is alone. */
  readonly process?: number;
}

/**
 * Makes a gateway of a checked configuration.
 *
 * @example
 * const gateway = createGateway(config);
 * const { url } = await gateway.start();
 */
export function createGateway(config: Config, parts: GatewayParts = {}): Gateway {
  const log = parts.log ?? createLogger(config.logging.level);
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) {
      // What was opened last stands on what was opened before it.
      // oxlint-disable-next-line no-await-in-loop
      await close();
    }
  };
  const start = async (): Promise<{ readonly url: string }> => {
    try {
      return await open(config, parts, log, closers);
    } catch (thrown) {
      await stop();
      throw thrown;
    }
  };
  return { start, stop };
}

/** Opens the parts from the bottom up; each leaves its closer. */
async function open(
  config: Config,
  parts: GatewayParts,
  log: Logger,
  closers: (() => Promise<void>)[],
): Promise<{ readonly url: string }> {
  const { operations, http } = config;
  const planners = openPlanners(config, log);
  if (planners) closers.push(async () => planners.close());
  const readApi = planners ? async (sdl: string) => planners.readApi(sdl) : undefined;
  const openSource = parts.openSource ?? (async () => openSupergraph({ ...config.supergraph, log, readApi }));
  // Begun first: other threads read or compose it while this one opens the rest.
  const opening = openSource();
  const begun = opening.catch(() => null);
  closers.push(async () => (await begun)?.close());
  const tokens = await openCallers(config.authentication, log);
  const authorization = config.authorization.enforce
    ? await openAuthorization(config.authorization, log, { accounts: config.ledger.directory !== undefined })
    : null;
  if (authorization) closers.push(authorization.close);
  const ledger =
    authorization &&
    (await openConfiguredLedger(
      { options: config.ledger, database: config.authorization.database, process: parts.process ?? 1, log },
      parts.openLedgerLog,
    ));
  if (ledger) closers.push(ledger.close);
  const signIn = await openSignIn(
    config,
    authorization?.governance.sessions ?? null,
    log,
    ledger?.signInFailed,
  );
  const authenticator = signIn === null ? tokens : withSessions(tokens, signIn.sessions);
  const trusted = await openTrustedDocuments({
    file: operations.trustedDocuments,
    watch: config.supergraph.watch,
    limits: operations,
    log,
  });
  closers.push(trusted.close);
  const documents = createDocumentCache(operations, operations.documentCacheBytes);
  const inProcess: [string, InProcessAgency][] = [];
  let opened: SupergraphSource | null = null;
  if (authorization) {
    const { introspection } = operations;
    const registered = () => trusted.current().all;
    const analysis = createPolicyAnalysis({ ...authorization, documents, introspection, registered });
    const governance = ledger
      ? recordedGovernance(authorization.governance, ledger.recorder)
      : authorization.governance;
    const health = () => (opened === null ? [] : agencyHealth(opened.current, overNetworkIn(opened.current)));
    const agency = createGovernanceAgency({ ...authorization, governance, analysis, health, log });
    inProcess.push(['governance', agency]);
  }
  if (authorization && ledger) {
    inProcess.push(['ledger', createLedgerAgency({ ...authorization, ledger, log })]);
    await recordAgreements(authorization, ledger.recorder);
  }
  const signing = authorization && (await openSigning(config.signing, authorization.categoriesOf, log));
  if (authorization) closers.push(await openMergeFeed(config.residentIndex, authorization.governance, log));
  const engines = openEngines(config, log, planners, new Map(inProcess), signing?.signer);
  const source = await opening;
  opened = source;
  const openExecutor = parts.openExecutor ?? engines.open;
  const generations = await openGenerations({
    source,
    ...(signing && { requireServable: (next) => signing.requireSecretsOf(overNetworkIn(next)) }),
    openExecutor,
    ...(authorization && { openAuthorizer: authorization.open }),
    introspection: operations.introspection,
    prepare: async (generation) => warmUp(generation, trusted.current(), log),
    log,
  });
  closers.push(generations.close);
  trusted.onChange(async (next) => warmUp(generations.current(), next, log));
  const knownDocuments = createKnownDocuments({
    trusted,
    persisted: createPersistedDocuments(operations.persistedDocumentBytes),
    acceptOnlyTrusted: operations.acceptOnlyTrusted,
  });
  const { deadlineMilliseconds } = http;
  const pipeline = createPipeline({
    authenticator,
    documents,
    knownDocuments,
    generations,
    deadlineMilliseconds,
    recorder: ledger?.recorder ?? null,
    ...(ledger && { signInFailed: ledger.signInFailed }),
    log,
  });
  const services = authorization &&
    signing && {
      keys: signing.keys,
      publicUrl: config.signing.publicUrl,
      decisions: signing.decisionsFrom({
        policy: authorization.policy,
        facts: authorization.governance.facts,
      }),
    };
  const server = await createHttpServer({
    pipeline,
    config: http,
    services: services ?? undefined,
    signIn,
    documentation: openDocumentation(config, { authorization, authenticator, signIn, source }),
    log,
  });
  closers.push(server.stop);
  const { url } = await server.start();
  log.info('gateway ready', { url, supergraph: source.current.id });
  return { url };
}

/** Names of the agencies that are not of this process. */
function overNetworkIn({ agencies }: Supergraph): readonly string[] {
  return agencies.filter((agency) => !isInProcess(agency)).map(({ name }) => name);
}
