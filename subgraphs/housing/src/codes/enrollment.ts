import { missing } from './missing.ts';

/** HMIS 3.15 Relationship to Head of Household. */
export const relationshipToHeadOfHousehold = {
  SELF: 1,
  CHILD: 2,
  SPOUSE_OR_PARTNER: 3,
  OTHER_RELATIVE: 4,
  UNRELATED: 5,
  DATA_NOT_COLLECTED: missing.DATA_NOT_COLLECTED,
} as const;
