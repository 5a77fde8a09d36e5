export type { EntrySink, RecordedAct, Recorder } from './create-recorder.ts';
export { createRecorder } from './create-recorder.ts';
export type { DisclosedOperation } from './disclosed-operation.ts';
export { SignInTally } from './sign-in-tally.ts';
export type { SealedPart } from './sealed-part.ts';
export { readSealedPart } from './sealed-part.ts';
