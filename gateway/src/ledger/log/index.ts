export type { FileSystem, OpenFile } from './file-system.ts';
export type {
  LedgerEntry,
  LedgerLog,
  LedgerLogOptions,
  SequencedEntry,
  WitnessAddress,
} from './ledger-log.ts';
export { maximumEntryBytes } from './ledger-log.ts';
export { openLedgerLog } from './open-ledger-log.ts';
export { nodeFileSystem } from './node-file-system.ts';
export {
  checkpointFile,
  decodeBundle,
  encodeBundle,
  readKeptCheckpoints,
  TileFiles,
} from './publishing/index.ts';
export { isTorn, readTail } from './recovery/index.ts';
export type { ReadFrame, SegmentFile } from './segments/index.ts';
export {
  chainAfter,
  decodeSegmentHeader,
  firstChain,
  listSegments,
  readSegment,
  segmentHeaderLength,
} from './segments/index.ts';
