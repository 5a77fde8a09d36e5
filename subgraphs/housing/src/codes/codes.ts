import { answer, dataCollectionStage } from './answers.ts';
import {
  assessmentType,
  assessmentLevel,
  prioritizationStatus,
  coordinatedEntryEventType,
  referralResult,
} from './coordinated-entry.ts';
import { destination, hopwaDestination, rentalSubsidy } from './destinations.ts';
import { relationshipToHeadOfHousehold } from './enrollment.ts';
import { fundingSource, hopwaFundingSource } from './funding-sources.ts';
import { substanceUse, viralLoad, whenViolenceOccurred } from './health.ts';
import { dataQuality, sex, race } from './identity.ts';
import { incomeSource, nonCashBenefit, insurance } from './income.ts';
import {
  priorSituation,
  currentSituation,
  lengthOfStay,
  timesHomeless,
  monthsHomeless,
} from './living-situations.ts';
import { projectType, hmisParticipation } from './projects.ts';

/** The code lists of HMIS FY2026 by the enum of the schema: GraphQL value to the code in the database. */
export const codes = {
  HousingAnswer: answer,
  HousingDataCollectionStage: dataCollectionStage,
  HousingDataQuality: dataQuality,
  HousingSex: sex,
  HousingRace: race,
  HousingRelationshipToHeadOfHousehold: relationshipToHeadOfHousehold,
  HousingPriorSituation: priorSituation,
  HousingCurrentSituation: currentSituation,
  HousingLengthOfStay: lengthOfStay,
  HousingTimesHomeless: timesHomeless,
  HousingMonthsHomeless: monthsHomeless,
  HousingDestination: destination,
  HousingHopwaDestination: hopwaDestination,
  HousingRentalSubsidy: rentalSubsidy,
  HousingProjectType: projectType,
  HousingHmisParticipation: hmisParticipation,
  HousingFundingSource: fundingSource,
  HousingHopwaFundingSource: hopwaFundingSource,
  HousingSubstanceUse: substanceUse,
  HousingViralLoad: viralLoad,
  HousingWhenViolenceOccurred: whenViolenceOccurred,
  HousingAssessmentType: assessmentType,
  HousingAssessmentLevel: assessmentLevel,
  HousingPrioritizationStatus: prioritizationStatus,
  HousingCoordinatedEntryEventType: coordinatedEntryEventType,
  HousingReferralResult: referralResult,
  HousingIncomeSourceType: incomeSource,
  HousingBenefitType: nonCashBenefit,
  HousingInsuranceType: insurance,
};
