export { readNoteKey } from './read-note-key.ts';
export type { CheckpointBody } from './checkpoint-text.ts';
export { checkpointText, parseCheckpointText } from './checkpoint-text.ts';
export { cosignNote, parseNote, parseSignature, signNote, verifyNote } from './signed-note.ts';
export type { VerifierKey } from './verifier-key.ts';
export { formatVerifierKey, parseVerifierKey, verifierKeyOf } from './verifier-key.ts';
