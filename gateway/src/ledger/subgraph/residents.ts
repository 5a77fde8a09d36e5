import type { Connection } from '../../governance/index.ts';
import type { DisclosureRecord } from '../reading/index.ts';
import { accountingView, treatmentRecipientsView } from '../reading/index.ts';
import type { DisclosurePageRequest } from './disclosure-pages.ts';
import { disclosurePage } from './disclosure-pages.ts';
import type { LedgerContext } from './ledger-context.ts';
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
    return disclosurePage(request, { residentId: id }, await viewOfResident(id, context), context);
  },
  async accountingOfDisclosures(
    { id }: ResidentReference,
    { provider, ...request }: DisclosurePageRequest & { readonly provider: string },
    context: LedgerContext,
  ): Page {
    const view = await narrowedView(id, accountingView(provider, context.rules), context);
    const since = yearsBefore(context.at, 6);
    return disclosurePage(request, { residentId: id, provider, outcome: 'answered', since }, view, context);
  },
  async treatmentRecordRecipients(
    { id }: ResidentReference,
    request: DisclosurePageRequest,
    context: LedgerContext,
  ): Page {
    const view = await narrowedView(id, treatmentRecipientsView(context.rules), context);
    const since = yearsBefore(context.at, 3);
    return disclosurePage(request, { residentId: id, outcome: 'answered', since }, view, context);
  },
};

function yearsBefore(at: Date, years: number): Date {
  const before = new Date(at);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}
