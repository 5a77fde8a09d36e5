import { readFileSync } from 'node:fs';

import type { Caller } from '../../authentication/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { packageFile } from '../../package-file.ts';
import type { AgencyHealth } from '../agency-health.ts';
import type { Governance } from '../open-governance.ts';
import type { PolicyAnalysis } from '../policy-analysis.ts';
import type { PolicyView } from '../policy-view.ts';
import { analysisCounts } from './analysis-counts.ts';
import { createContext } from './governance-context.ts';
import type { InProcessAnswer, InProcessRequest } from './in-process-subgraph.ts';
import { inProcessSubgraph } from './in-process-subgraph.ts';
import { resolvers } from './resolvers.ts';

/** The subgraph of consents, relationships, emergencies and restrictions, served in this process alone. */
export interface GovernanceSubgraph {
  /** Never rejects. */
  readonly answer: (
    request: InProcessRequest,
    caller: Caller,
    policy: PolicyView,
  ) => Promise<InProcessAnswer>;
}

/** What the subgraph is made from. */
interface GovernanceSubgraphOptions {
  readonly governance: Governance;
  readonly analysis: PolicyAnalysis;
  /** How agencies answer, in the order of their names. */
  readonly health: () => readonly AgencyHealth[];
  readonly log: Logger;
}

const sdl = readFileSync(packageFile('src/governance/schema.graphql'), 'utf8');

/** Makes the subgraph. */
export function createGovernanceSubgraph({
  governance,
  analysis,
  health,
  log,
}: GovernanceSubgraphOptions): GovernanceSubgraph {
  const answer = inProcessSubgraph({ name: 'governance', sdl, resolvers, log });
  const countOf = analysisCounts();
  return {
    answer: (request, caller, policy) =>
      answer(request, () => {
        const count = countOf(request.requestId, caller.subject);
        return createContext(caller, governance, policy, { analysis, health, count });
      }),
  };
}
