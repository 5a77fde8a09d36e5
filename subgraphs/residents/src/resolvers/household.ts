import { columns } from '@resident-graph/subgraph-kit';

import type { HouseholdMemberRow } from '../rows.ts';
import { identify } from './identity.ts';
import type { Context, Identity } from './identity.ts';

/** With whom a resident lives: a field of Resident. */
export const household = {
  household: async ({ survivor }: Identity, _: unknown, { loaders }: Context) =>
    (await loaders.memberships.load(survivor)).find(isCurrent) ?? null,
};

/** The types of that field. */
export const householdTypes = {
  ResidentHousehold: {
    members: async ({ household_id }: HouseholdMemberRow, _: unknown, { loaders }: Context) =>
      (await loaders.householdMembers.load(household_id)).filter(isCurrent),
  },
  ResidentHouseholdMember: {
    ...columns({ relationshipToHead: 'relationship', from: 'valid_from', source: 'source', asOf: 'as_of' }),
    resident: ({ resident_id }: HouseholdMemberRow, _: unknown, context: Context) =>
      identify(resident_id, context),
  },
};

function isCurrent(member: HouseholdMemberRow): boolean {
  return member.valid_until === null;
}
