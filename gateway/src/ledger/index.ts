export type { Ledger } from './open-ledger.ts';
export { openLedger } from './open-ledger.ts';
export type { DisclosedOperation, RecordedAct, Recorder } from './recording/index.ts';
export { performRecorded } from './recording/index.ts';
export type { LedgerLog, LedgerLogOptions } from './log/index.ts';
export { openLedgerLog } from './log/index.ts';
export { holderText, takeLock } from './locking/index.ts';
export { createLedgerSubgraph } from './subgraph/index.ts';
export { formatVerifierKey, parseVerifierKey, readNoteKey, verifierKeyOf } from './notes/index.ts';
export type { VerifierKey } from './notes/index.ts';
export type {
  DisclosureProof,
  LedgerProblem,
  SignedHead,
  Trust,
  VerificationReport,
} from './verify/index.ts';
export {
  proveConsistency,
  proveDisclosure,
  proveInclusion,
  readHeads,
  verifyLedger,
} from './verify/index.ts';
export { createWitness, openWitnessMemory, serveWitness } from './witness/index.ts';
export { nodeFileSystem } from './log/index.ts';
export { openLedgerDatabase } from './database/index.ts';
export { ResidentKeys } from './keys/index.ts';
export type { IndexToCheck } from './index-of-disclosures/index.ts';
export { checkIndex, logFolder, rebuildIndex } from './index-of-disclosures/index.ts';
export { auditEvent, csvHeader, csvRow } from './exporting/index.ts';
export type { DisclosureRecord } from './reading/index.ts';
export { readDisclosures } from './reading/index.ts';
export type { AgencyLogLine, Discrepancy } from './reconciling/index.ts';
export {
  AskedRequests,
  readAgencyLog,
  reconcile,
  recordRefusals,
  refusalsToldUntil,
  RefusalTally,
} from './reconciling/index.ts';
