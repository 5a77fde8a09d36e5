import { missing } from './missing.ts';

/** HMIS 4.10 Substance Use Disorder. */
export const substanceUse = {
  NO: 0,
  ALCOHOL: 1,
  DRUG: 2,
  ALCOHOL_AND_DRUG: 3,
  ...missing,
} as const;

/** HMIS W4 Viral Load Available. */
export const viralLoad = {
  NOT_AVAILABLE: 0,
  AVAILABLE: 1,
  UNDETECTABLE: 2,
  ...missing,
} as const;

/** HMIS 4.11.A When experience occurred, counted back from the information date. */
export const whenViolenceOccurred = {
  WITHIN_THREE_MONTHS: 1,
  THREE_TO_SIX_MONTHS: 2,
  SIX_MONTHS_TO_ONE_YEAR: 3,
  ONE_YEAR_OR_MORE: 4,
  ...missing,
} as const;

/** HMIS list 1.3, Disability Type: which of 4.05 to 4.10 a row of `Disabilities.csv` answers. */
export const disabilityType = {
  physical: 5,
  developmental: 6,
  chronic: 7,
  hivAids: 8,
  mentalHealth: 9,
  substanceUse: 10,
} as const;
