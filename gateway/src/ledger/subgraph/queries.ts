import type { Connection } from '../../governance/index.ts';
import type { DisclosureRecord } from '../reading/index.ts';
import { officerView, requesterView } from '../reading/index.ts';
import type { DisclosurePageRequest } from './disclosure-pages.ts';
import { disclosurePage } from './disclosure-pages.ts';
import type { LedgerContext } from './ledger-context.ts';
import { isOfficer } from './ledger-context.ts';

type Page = Promise<Connection<DisclosureRecord>>;

/** The questions that don't begin at a resident. */
export const queries = {
  async disclosuresOfMyAgency(_: unknown, request: DisclosurePageRequest, context: LedgerContext): Page {
    const { caller } = context;
    const view = isOfficer(caller) ? officerView(caller) : null;
    return disclosurePage(request, { party: caller.agency }, view, context);
  },
  async disclosuresTo(
    _: unknown,
    { subject, ...request }: DisclosurePageRequest & { readonly subject: string },
    context: LedgerContext,
  ): Page {
    const { caller } = context;
    const isSelf = caller.subject === subject;
    const others = isOfficer(caller) ? officerView(caller) : null;
    return disclosurePage(request, { subject }, isSelf ? requesterView : others, context);
  },
  async disclosuresInEmergencies(
    _: unknown,
    { onlyPending, ...request }: DisclosurePageRequest & { readonly onlyPending?: boolean | null },
    context: LedgerContext,
  ): Page {
    const { caller } = context;
    const reviewMissingAt = onlyPending === false ? null : caller.agency;
    const question = { provider: caller.agency, breakGlass: { reviewMissingAt } };
    return disclosurePage(request, question, isOfficer(caller) ? officerView(caller) : null, context);
  },
};
