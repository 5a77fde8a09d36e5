export { monthlyAmount } from './monthly-amount.ts';
export { unitOf } from './unit-of.ts';
