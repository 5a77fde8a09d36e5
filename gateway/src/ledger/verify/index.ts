export type { DisclosureProof } from './disclosure-proof.ts';
export { proveDisclosure } from './disclosure-proof.ts';
export type { LedgerProblem } from './problem.ts';
export { proveConsistency, proveInclusion } from './prove.ts';
export type { SignedHead, Trust } from './read-heads.ts';
export { readHeads } from './read-heads.ts';
export type { VerificationReport } from './verify-ledger.ts';
export { verifyLedger } from './verify-ledger.ts';
