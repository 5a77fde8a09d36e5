export { clientsAndCases } from './001-clients-and-cases.ts';
export { entitlements } from './002-entitlements.ts';
export { medicaidAndChildCare } from './003-medicaid-and-child-care.ts';
