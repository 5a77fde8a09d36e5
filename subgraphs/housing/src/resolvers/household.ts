import { columns } from '@resident-graph/subgraph-kit';

import type { HousingContext } from '../context.ts';
import type { EnrollmentRow } from '../rows/index.ts';

/** The others who are enrolled under the same HMIS 5.09 Household ID. */
async function householdMembers(enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) {
  const household: readonly EnrollmentRow[] = await loaders.householdEnrollments.load(enrollment.HouseholdID);
  return household.filter(({ PersonalID }) => PersonalID !== enrollment.PersonalID);
}

export const householdFields = { householdMembers };

/** A member is a reference to a resident and never a name. */
export const householdResolvers = {
  HousingHouseholdMember: {
    ...columns({ relationshipToHeadOfHousehold: 'RelationshipToHoH' }),
    resident: async ({ PersonalID }: EnrollmentRow, _: unknown, { links }: HousingContext) => {
      const id = await links.residentIds.load(PersonalID);
      return id === null ? null : { id };
    },
  },
};
