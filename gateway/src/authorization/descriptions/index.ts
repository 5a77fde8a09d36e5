export { checkDescriptions } from './check-descriptions.ts';
