import type { Caller } from './authentication/index.ts';
import type { AgreementSet, Category } from './authorization/index.ts';
import { failure } from './errors/index.ts';
import type { InProcessAgency } from './in-process-agencies.ts';
import type { Governance } from './governance/index.ts';
import { createLedgerSubgraph } from './ledger/index.ts';
import type { ProvingLedger } from './open-ledger.ts';
import type { Logger } from './telemetry/index.ts';

/** What the agency of disclosures is made from. */
export interface LedgerAgencyOptions {
  readonly ledger: ProvingLedger;
  readonly governance: Pick<Governance, 'mergeSpansOf'>;
  readonly catalogue: readonly Category[];
  /** Those that are known now. */
  readonly agreements: () => AgreementSet;
  readonly log: Logger;
}

/** The gateway's own agency of disclosures, answered in this process. A request that doesn't say who asks is refused. */
export function createLedgerAgency({
  ledger,
  governance,
  catalogue,
  agreements,
  log,
}: LedgerAgencyOptions): InProcessAgency {
  const categories = new Map(catalogue.map((category) => [category.name, category]));
  const { database, settled, recorder, forget, prove } = ledger;
  const rules = {
    isConcealing: (name: string): boolean => categories.get(name)?.concealment === true,
    isGovernedBy: (name: string, citation: string): boolean =>
      categories.get(name)?.authority.some((authority) => authority.startsWith(citation)) === true,
    authorityOf: (id: string): readonly string[] =>
      agreements().agreements.find((agreement) => agreement.id === id)?.legalAuthority ?? [],
  };
  const reading = {
    database,
    settled,
    acted: recorder.acted,
    forget,
    prove,
    mergeSpansOf: governance.mergeSpansOf,
    rules,
    now: (): Date => new Date(),
  };
  const subgraph = createLedgerSubgraph(reading, log);
  return async (request) => {
    const { context, agency } = request;
    if (!saysWhoAsks(context)) {
      const cause = 'The request does not say who asks.';
      return { kind: 'failed', failure: failure('SUBGRAPH_UNAVAILABLE', { agency, cause }) };
    }
    const { data, errors } = await subgraph(request, context.caller);
    return { kind: 'answered', data, errors: errors.map((error) => ({ ...error, message: '' })) };
  };
}

/** The context comes from this process; a type can't say so, because to the engine it is opaque. */
function saysWhoAsks(context: unknown): context is { readonly caller: Caller } {
  return typeof context === 'object' && context !== null && 'caller' in context;
}
