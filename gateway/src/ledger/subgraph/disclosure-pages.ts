import type { Connection, PageRequest } from '../../governance/index.ts';
import { pageOf, pageSize, positionAfter } from '../../governance/index.ts';
import type { DisclosurePosition, DisclosureQuestion, DisclosureRecord, View } from '../reading/index.ts';
import { positionOf, readVisible } from '../reading/index.ts';
import type { LedgerContext } from './ledger-context.ts';
import { answered } from './ledger-context.ts';

/** `DisclosureFilter` of the schema. */
interface DisclosureFilter {
  readonly purposesOfUse?: readonly string[] | null;
  readonly recipient?: string | null;
  readonly provider?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
  readonly subject?: string | null;
  readonly residentId?: string | null;
  readonly breakGlass?: string | null;
}

/** A page of disclosures is asked for. */
export interface DisclosurePageRequest extends PageRequest {
  readonly filter?: DisclosureFilter | null;
}

/** A page of the disclosures that a question asks for, as a view shows them; an empty one without a view. */
export async function disclosurePage(
  request: DisclosurePageRequest,
  question: Omit<DisclosureQuestion, 'limit' | 'after'>,
  view: View | null,
  { database, settled, resuming }: LedgerContext,
): Promise<Connection<DisclosureRecord>> {
  const size = pageSize(request, 50);
  const after =
    (await resuming.positionOf(request)) ?? (positionAfter(request, 3) as DisclosurePosition | null);
  const filter = filtered(request.filter ?? {});
  const asked = { ...filter, ...question, after, limit: size + 1 };
  const { records, stoppedAt } =
    view === null || contradicts(filter, question)
      ? { records: [], stoppedAt: null }
      : await answered(async () => {
          await settled();
          return readVisible(database, asked, view);
        });
  const page = pageOf(records, size, after === null, positionOf);
  if (stoppedAt === null) return page;
  const endCursor = await resuming.cursorOf(stoppedAt);
  return { ...page, pageInfo: { ...page.pageInfo, hasNextPage: true, endCursor } };
}

function filtered(filter: DisclosureFilter): Partial<DisclosureQuestion> {
  const { purposesOfUse, recipient, provider, since, until, subject, residentId, breakGlass } = filter;
  return {
    ...(purposesOfUse && { purposes: purposesOfUse }),
    ...(recipient && { recipient }),
    ...(provider && { provider }),
    ...(since && { since }),
    ...(until && { until }),
    ...(subject && { subject }),
    ...(residentId && { residentId }),
    ...(breakGlass && { session: breakGlass }),
  };
}

/** Whether a filter wants another resident, person or agency than the question is about: nothing is both. */
function contradicts(filter: Partial<DisclosureQuestion>, question: Partial<DisclosureQuestion>): boolean {
  return (['residentId', 'subject', 'provider'] as const).some(
    (key) => filter[key] !== undefined && question[key] !== undefined && filter[key] !== question[key],
  );
}
