import type { Caller, RequesterContext } from './authentication/index.ts';
import type { Category, DecisionTable } from './authorization/index.ts';
import { statutes } from './authorization/index.ts';
import { failure } from './errors/index.ts';
import type { SubgraphAnswer, SubgraphRequest } from './execution/index.ts';
import type {
  AgencyHealth,
  CategoryAccess,
  Governance,
  InProcessAnswer,
  PolicyAnalysis,
  PolicyView,
} from './governance/index.ts';
import { createGovernanceSubgraph } from './governance/index.ts';
import type { InProcessAgency } from './in-process-agencies.ts';
import type { Logger } from './telemetry/index.ts';

/** What the gateway's own agency is made from. */
export interface GovernanceAgencyOptions {
  readonly governance: Governance;
  readonly catalogue: readonly Category[];
  /** Explains and simulates by the rules in force. */
  readonly analysis: PolicyAnalysis;
  /** How agencies answer, in the order of their names. */
  readonly health: () => readonly AgencyHealth[];
  readonly log: Logger;
}

/** Who asks, and everything that they may see without a resident: what the authorization hands to every fetch. */
interface DecidedContext extends RequesterContext {
  readonly table: DecisionTable;
}

/**
 * The gateway's own agency: consents, relationships, emergencies and restrictions, answered in this process. A
 * request that doesn't say who asks is refused.
 */
export function createGovernanceAgency(options: GovernanceAgencyOptions): InProcessAgency {
  const subgraph = createGovernanceSubgraph(options);
  return async (request) => {
    const { context } = request;
    if (!isDecided(context)) return unknownRequester(request);
    const answer = await subgraph.answer(request, context.caller, policyViewOf(context, options));
    return answered(answer);
  };
}

/** The context comes from this process; a type can't say so, because to the engine it is opaque. */
function isDecided(context: unknown): context is DecidedContext {
  return typeof context === 'object' && context !== null && 'caller' in context && 'table' in context;
}

function unknownRequester({ agency }: SubgraphRequest): SubgraphAnswer {
  const cause = 'The request does not say who asks.';
  return { kind: 'failed', failure: failure('SUBGRAPH_UNAVAILABLE', { agency, cause }) };
}

function answered({ data, errors }: InProcessAnswer): SubgraphAnswer {
  return { kind: 'answered', data, errors: errors.map((error) => ({ ...error, message: '' })) };
}

function policyViewOf(
  { caller, table }: DecidedContext,
  { governance, catalogue }: GovernanceAgencyOptions,
): PolicyView {
  const owners = new Map(catalogue.map(({ name, agency }) => [name, agency]));
  return {
    async accessOf(residentIds) {
      const facts = await governance.facts.factsOf(residentIds, caller, governance.now());
      return new Map([...facts].map(([id, known]) => [id, accessTo(table.forResident(known), catalogue)]));
    },
    openedBy: (session) => openedBy(session, { governance, catalogue, caller, table }),
    needsOwnConsent: (category) => ownConsent.some(({ covers }) => covers.includes(category)),
    ownerOf: (category) => owners.get(category) ?? null,
  };
}

/** Minor patients (42 CFR 2.14) and survivors (34 USC 12291(b)(2)) consent themselves. */
const ownConsent = statutes.filter(({ id }) => id === '42-cfr-2-14' || id === '34-usc-12291-b-2');

type Decisions = ReturnType<DecisionTable['forResident']>;

/** What conceals itself is left out for everybody to whom it isn't shown: the same categories for every resident. */
function accessTo(decisions: Decisions, catalogue: readonly Category[]): readonly CategoryAccess[] {
  return catalogue.flatMap(({ name }): CategoryAccess[] => {
    const decision = decisions.ofCategory(name);
    if (decision.kind === 'permit')
      return [{ category: name, isPermitted: true, reason: null, authority: null, remedy: null }];
    const { isConcealed, reason, authority, remedy } = decision;
    return isConcealed ? [] : [{ category: name, isPermitted: false, reason, authority, remedy }];
  });
}

/** Asks the policy itself what would be shown with the session and isn't without. */
async function openedBy(
  session: Parameters<PolicyView['openedBy']>[0],
  {
    governance,
    catalogue,
    caller,
    table,
  }: Omit<GovernanceAgencyOptions, 'log' | 'analysis' | 'health'> & {
    readonly caller: Caller;
    readonly table: DecisionTable;
  },
): Promise<readonly string[]> {
  const { residentId, agencies } = session;
  const known = await governance.facts.factsOf([residentId], caller, governance.now());
  const facts = known.get(residentId);
  if (!facts) return [];
  const closed = table.forResident({ ...facts, breakGlass: null });
  const open = table.forResident({
    ...facts,
    breakGlass: { ...session, id: '', subject: caller.subject, openedAt: new Date(0), endsAt: always },
  });
  const isOpened = ({ name }: Category): boolean =>
    closed.ofCategory(name).kind === 'deny' && open.ofCategory(name).kind === 'permit';
  return agencies.filter((agency) =>
    catalogue.some((category) => category.agency === agency && isOpened(category)),
  );
}

const always = new Date(8.64e15);
