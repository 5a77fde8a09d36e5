export { createPolicy, gradeOf, type Decision, type MatchGrade } from './create-policy.ts';
