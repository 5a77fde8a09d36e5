import type { Config } from './config/index.ts';
import type { Executor, RequestSigner } from './execution/index.ts';
import {
  createEngine,
  createReferenceEngine,
  createResilientClient,
  createSubgraphClient,
} from './execution/index.ts';
import type { InProcessAgency } from './in-process-agencies.ts';
import { isInProcess, withInProcessAgencies } from './in-process-agencies.ts';
import { withNotedFetches } from './with-noted-fetches.ts';
import type { Planners, Supergraph } from './supergraph/index.ts';
import { createPlanners } from './supergraph/index.ts';
import type { Logger } from './telemetry/index.ts';

/** Opens the engine that the configuration names, for one supergraph after the other. */
export interface Engines {
  readonly open: (supergraph: Supergraph) => Promise<Executor>;
}

/** The planners of the engines that are opened, or null where the configured engine has its own. Their thread starts. */
export function openPlanners({ execution }: Pick<Config, 'execution'>, log: Logger): Planners | null {
  return execution.engine === 'reference' ? null : createPlanners({ log });
}

/**
 * @param planners - null for the reference engine
 * @param inProcess - agencies of this process, by the name in their address
 * @param signer - of the requests to all others
 */
export function openEngines(
  config: Config,
  log: Logger,
  planners: Planners | null,
  inProcess: ReadonlyMap<string, InProcessAgency> = new Map(),
  signer?: RequestSigner,
): Engines {
  const around = { config, log, planners, inProcess, signer };
  return { open: async (supergraph) => openEngine(supergraph, around) };
}

interface EngineSurroundings {
  readonly config: Config;
  readonly log: Logger;
  readonly planners: Planners | null;
  readonly inProcess: ReadonlyMap<string, InProcessAgency>;
  readonly signer: RequestSigner | undefined;
}

/** An engine with a subgraph client of its own, because each supergraph has its own addresses. */
async function openEngine(
  supergraph: Supergraph,
  { config: { subgraphs }, log, planners, inProcess, signer }: EngineSurroundings,
): Promise<Executor> {
  const { agencies } = supergraph;
  const overNetwork = agencies.filter((agency) => !isInProcess(agency));
  const asking = { ...subgraphs, agencies: overNetwork, log, ...(signer && { signer }) };
  const network = createResilientClient(createSubgraphClient(asking), asking);
  const client = withNotedFetches(withInProcessAgencies(network, agencies, inProcess));
  const engine = planners
    ? await createEngine({ supergraph, client, log, planners })
    : await createReferenceEngine({ supergraph, client, log });
  const close = async (): Promise<void> => {
    await engine.close();
    await client.close();
  };
  return {
    plan: async (operation) => engine.plan(operation),
    execute: async (planned, request) => engine.execute(planned, request),
    executeAsText: async (planned, request) => engine.executeAsText(planned, request),
    close,
  };
}
