/** What can be wrong with a ledger. */
export type ProblemCode =
  | 'CHECKPOINT_MISSING'
  | 'CHECKPOINT_NOT_SIGNED'
  | 'CHECKPOINT_REPLAYED'
  | 'CHECKPOINTS_CONTRADICT'
  | 'COSIGNATURE_INVALID'
  | 'COSIGNATURES_TOO_FEW'
  | 'SEGMENT_MISSING'
  | 'SEGMENT_ALTERED'
  | 'FRAME_DAMAGED'
  | 'CHECKSUM_WRONG'
  | 'SEQUENCE_BROKEN'
  | 'CHAIN_BROKEN'
  | 'RECORD_ALTERED'
  | 'RECORD_REMOVED'
  | 'RECORD_INSERTED'
  | 'RECORDS_SWAPPED'
  | 'LOG_TRUNCATED'
  | 'LOG_ROLLED_BACK'
  | 'LOG_FORKED'
  | 'ROOT_DIFFERS'
  | 'TILE_ALTERED'
  | 'TILE_MISSING';

/** Something that is wrong: what, how it differs, and where. */
export interface LedgerProblem {
  readonly code: ProblemCode;
  readonly message: string;
  /** The record that is concerned: the first, where there are several. */
  readonly sequence?: number;
  readonly file: string;
  /** Of the byte in the file. */
  readonly offset?: number;
}
