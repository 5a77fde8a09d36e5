import type { Connection } from '../../governance/index.ts';
import { failure } from '../../errors/index.ts';
import type { DataUses, DisclosureRecord } from '../reading/index.ts';
import { countUses, officerView, requesterView } from '../reading/index.ts';
import type { DisclosurePageRequest } from './disclosure-pages.ts';
import { disclosurePage } from './disclosure-pages.ts';
import type { LedgerContext } from './ledger-context.ts';
import { answered, isOfficer } from './ledger-context.ts';

const dayMilliseconds = 86_400_000;

type Page = Promise<Connection<DisclosureRecord>>;

/** The questions that don't begin at a resident. */
export const queries = {
  async disclosuresOfMyAgency(_: unknown, request: DisclosurePageRequest, context: LedgerContext): Page {
    const { caller } = context;
    const view = isOfficer(caller) ? officerView(caller) : null;
    return disclosurePage(request, { party: caller.agency }, view, context);
  },
  async usesOfMyAgency(
    _: unknown,
    given: { readonly since?: Date | null; readonly until?: Date | null },
    { caller, at, database, settled }: LedgerContext,
  ): Promise<DataUses> {
    if (!isOfficer(caller))
      throw failure('FORBIDDEN', { message: 'This is for privacy officers and data stewards.' });
    const until = given.until ?? new Date(at.getTime() + 1000);
    const since = given.since ?? new Date(until.getTime() - 30 * dayMilliseconds);
    if (since >= until || until.getTime() - since.getTime() > 366 * dayMilliseconds)
      throw failure('BAD_USER_INPUT', { message: 'until: it is after since, by 366 days at most.' });
    return answered(async () => {
      await settled();
      return countUses(database, { provider: caller.agency, since, until });
    });
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
