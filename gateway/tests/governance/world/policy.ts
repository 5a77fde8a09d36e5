import type { Caller } from '../../../src/authentication/index.ts';
import type { CategoryAccess, PolicyAnalysis, PolicyView } from '../../../src/governance/index.ts';

const owners: Readonly<Record<string, string>> = {
  'sud-treatment': 'behavioral-health',
  'housing-enrollment': 'housing',
  'housing-hiv': 'housing',
};

/** The access of whoever may see enrollments and, as a counselor, treatment. */
function accessOf({ roles }: Pick<Caller, 'roles'>): readonly CategoryAccess[] {
  const permitted = { isPermitted: true, reason: null, authority: null, remedy: null };
  const withheld = {
    isPermitted: false,
    reason: 'CONSENT',
    authority: '42 CFR 2.33',
    remedy: 'REQUEST_CONSENT',
  };
  return [
    { category: 'sud-treatment', ...(roles.includes('sud-counselor') ? permitted : withheld) },
    { category: 'housing-enrollment', ...permitted },
  ];
}

/** A policy that knows three categories, and lets glass be broken at the agencies named. */
export function policyThatOpens(...open: readonly string[]): PolicyView {
  return policyFor({ roles: [] }, ...open);
}

/** The same as it answers to one caller. */
export function policyFor(caller: Pick<Caller, 'roles'>, ...open: readonly string[]): PolicyView {
  return {
    accessOf: async (ids) => new Map(ids.map((id) => [id, accessOf(caller)])),
    openedBy: async ({ agencies }) => agencies.filter((agency) => open.includes(agency)),
    needsOwnConsent: (category) => category === 'sud-treatment',
    ownerOf: (category) => owners[category] ?? null,
  };
}

/** An analysis that answers everything with nothing: what governance does with one is tried with the whole gateway. */
export const noAnalysis: PolicyAnalysis = {
  explain: async () => ({ refusedArgument: null, fields: [] }),
  fieldAccess: async () => [],
  roleAccess: async () => [],
  compareAgreements: async () => ({ changes: [], operations: [] }),
  coverage: async () => ({
    unlabelledFields: [],
    categoriesWithoutAgreement: [],
    forbiddenGrants: [],
    expiringAgreements: [],
  }),
  agreements: () => [],
  ownersOf: () => [],
};
