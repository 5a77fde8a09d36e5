export type { EntrySink, RecordedAct, RecordedEntry, Recorder } from './create-recorder.ts';
export { createRecorder } from './create-recorder.ts';
export type { DisclosedOperation } from './disclosed-operation.ts';
export { fittedEntry } from './fitted-entry.ts';
export { performRecorded } from './perform-recorded.ts';
export { SignInTally } from './sign-in-tally.ts';
export type { SealedPart } from './sealed-part.ts';
export { readSealedPart } from './sealed-part.ts';
