import type { Connection } from '../../governance/index.ts';
import type { DisclosureRecord } from '../reading/index.ts';
import { accountingView, treatmentRecipientsView } from '../reading/index.ts';
import type { DisclosurePageRequest } from './disclosure-pages.ts';
import { disclosurePage } from './disclosure-pages.ts';
import type { KnownResident, LedgerContext } from './ledger-context.ts';
import { narrowedView, viewOfResident } from './ledger-context.ts';

/** A resident as other subgraphs name them. */
export interface ResidentReference {
  readonly id: string;
}

type Page = Promise<Connection<DisclosureRecord>>;

/** The questions that begin at a resident. */
export const residents = {
  __resolveReference: ({ id }: ResidentReference): ResidentReference => ({ id }),
  async disclosures({ id }: ResidentReference, request: DisclosurePageRequest, context: LedgerContext): Page {
    const resident = await knownResident(id, context);
    return disclosurePage(request, resident, await viewOfResident(resident, context), context);
  },
  async accountingOfDisclosures(
    { id }: ResidentReference,
    { provider, ...request }: DisclosurePageRequest & { readonly provider: string },
    context: LedgerContext,
  ): Page {
    const resident = await knownResident(id, context);
    const view = await narrowedView(resident, accountingView(provider, context.rules), context);
    const since = yearsBefore(context.at, 6);
    return disclosurePage(request, { ...resident, provider, outcome: 'answered', since }, view, context);
  },
  async treatmentRecordRecipients(
    { id }: ResidentReference,
    request: DisclosurePageRequest,
    context: LedgerContext,
  ): Page {
    const resident = await knownResident(id, context);
    const view = await narrowedView(resident, treatmentRecipientsView(context.rules), context);
    const since = yearsBefore(context.at, 3);
    return disclosurePage(request, { ...resident, outcome: 'answered', since }, view, context);
  },
};

/** A resident's page follows them: what was recorded under an id that is theirs now, or that theirs led to then. */
async function knownResident(residentId: string, { mergeSpansOf }: LedgerContext): Promise<KnownResident> {
  return { residentId, alsoUnder: await mergeSpansOf(residentId) };
}

function yearsBefore(at: Date, years: number): Date {
  const before = new Date(at);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}
