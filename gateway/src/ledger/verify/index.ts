export type { LedgerProblem, ProblemCode } from './problem.ts';
export type { InclusionProof, Proof } from './prove.ts';
export { proveConsistency, proveInclusion } from './prove.ts';
export type { Heads, SignedHead, Trust } from './read-heads.ts';
export { readHeads } from './read-heads.ts';
export type { VerificationReport, VerifyLedgerOptions } from './verify-ledger.ts';
export { verifyLedger } from './verify-ledger.ts';
