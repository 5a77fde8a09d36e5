export { justiceRecorder } from './justice-recorder.ts';
