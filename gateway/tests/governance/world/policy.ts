import type { PolicyView } from '../../../src/governance/index.ts';

const owners: Readonly<Record<string, string>> = {
  'sud-treatment': 'behavioral-health',
  'housing-enrollment': 'housing',
  'housing-hiv': 'housing',
};

/** A policy that knows three categories, and lets glass be broken at the agencies named. */
export function policyThatOpens(...open: readonly string[]): PolicyView {
  return {
    accessOf: async (ids) =>
      new Map(
        ids.map((id) => [
          id,
          [
            {
              category: 'sud-treatment',
              isPermitted: false,
              reason: 'CONSENT',
              authority: '42 CFR 2.33',
              remedy: 'REQUEST_CONSENT',
            },
            {
              category: 'housing-enrollment',
              isPermitted: true,
              reason: null,
              authority: null,
              remedy: null,
            },
          ],
        ]),
      ),
    openedBy: async ({ agencies }) => agencies.filter((agency) => open.includes(agency)),
    ownerOf: (category) => owners[category] ?? null,
  };
}
