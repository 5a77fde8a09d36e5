export { addCheck } from './check.ts';
export { addCompose } from './compose.ts';
export { addExplain } from './explain.ts';
export { addServe } from './serve.ts';
export { addSimulate } from './simulate.ts';
export { addVerifyLedger } from './verify-ledger.ts';
export { addWitness } from './witness.ts';
