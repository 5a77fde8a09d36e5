export { codes } from './codes.ts';
export { isHopwaDestination } from './destinations.ts';
export { isHopwaFundingSource } from './funding-sources.ts';
export { disabilityType } from './health.ts';
export { incomeAmountColumn, incomeSource, insurance, nonCashBenefit } from './income.ts';
export { raceColumn } from './identity.ts';
