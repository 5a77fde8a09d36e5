export type { DisclosedOperation, Recorder } from './recording/index.ts';
