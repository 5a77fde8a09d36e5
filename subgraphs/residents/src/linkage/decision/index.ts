export { contradictionsOf } from './contradictions-of.ts';
export { createPolicy, gradeOf, gradeThresholds, type Decision, type MatchGrade } from './create-policy.ts';
