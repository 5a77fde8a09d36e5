export { createPolicy, gradeOf, type Decision, type MatchGrade, type Policy } from './create-policy.ts';
