import { missing } from './missing.ts';

/** HMIS list 1.8, No/Yes/Reasons for Missing Data; also used where list 1.7 (No/Yes/Missing) applies. */
export const answer = {
  NO: 0,
  YES: 1,
  ...missing,
} as const;

/** HMIS 5.03 Data Collection Stage: at which point of the enrollment a fact was recorded. */
export const dataCollectionStage = {
  PROJECT_START: 1,
  UPDATE: 2,
  PROJECT_EXIT: 3,
  ANNUAL_ASSESSMENT: 5,
  POST_EXIT: 6,
} as const;
