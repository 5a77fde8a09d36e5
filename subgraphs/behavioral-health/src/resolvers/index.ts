export { mentalHealth } from './mental-health.ts';
export { resident } from './resident.ts';
export { substanceUseTreatment } from './substance-use-treatment.ts';
export { treatmentDetails } from './treatment-details.ts';
