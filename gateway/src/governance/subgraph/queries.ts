import { failure } from '../../errors/index.ts';
import type { AgencyHealth } from '../agency-health.ts';
import type {
  BreakGlassReview,
  DeclarationRecord,
  RelationshipRecord,
  RestrictionRecord,
} from '../records/index.ts';
import { instantText } from '../records/index.ts';
import type { GovernanceContext } from './governance-context.ts';
import type { Connection, PageRequest } from './page.ts';
import { pageOf, pageSize, positionAfter } from './page.ts';

/** The questions that don't begin at a resident. */
export const queries = {
  async myCaseload(
    _root: unknown,
    page: PageRequest,
    { records, caller, at }: GovernanceContext,
  ): Promise<Connection<RelationshipRecord>> {
    const size = pageSize(page, 50);
    const after = positionAfter(page, 1);
    const found = await records.caseload(caller, {
      at,
      after: after?.[0] ?? null,
      limit: size + 1,
    });
    return pageOf(found, size, after === null, ({ id }) => [id]);
  },
  async breakGlassReviews(
    _root: unknown,
    page: PageRequest & { readonly onlyPending?: boolean | null },
    { records, caller }: GovernanceContext,
  ): Promise<Connection<BreakGlassReview>> {
    const { agency, roles } = caller;
    const size = pageSize(page, 50);
    const after = positionAfter(page, 2);
    const asked = { onlyPending: page.onlyPending !== false, after, limit: size + 1 };
    const found = roles.includes('privacy-officer') ? await records.reviewQueue(agency, asked) : [];
    return pageOf(found, size, after === null, ({ dueAt, sessionId }) => [instantText(dueAt), sessionId]);
  },
  async emergencyDeclarations(
    _root: unknown,
    { includeEnded }: { readonly includeEnded?: boolean | null },
    { records, at }: GovernanceContext,
  ): Promise<readonly DeclarationRecord[]> {
    return records.declarations({ includeEnded: includeEnded === true, at });
  },
  async agencyHealth(
    _root: unknown,
    _arguments: unknown,
    { caller, health, at }: GovernanceContext,
  ): Promise<readonly (AgencyHealth & { readonly asOf: Date })[]> {
    if (!caller.roles.some((role) => keepers.includes(role)))
      throw failure('FORBIDDEN', {
        message: 'How agencies answer is told to their officers and to system administrators.',
      });
    return health().map((one) => ({ ...one, asOf: at }));
  },
  async restrictions(
    _root: unknown,
    { includeLifted }: { readonly includeLifted?: boolean | null },
    { records }: GovernanceContext,
  ): Promise<readonly RestrictionRecord[]> {
    return records.restrictions({ includeLifted: includeLifted === true });
  },
};

/** Who sees to it that agencies answer. */
const keepers: readonly string[] = ['privacy-officer', 'data-steward', 'system-administrator'];
