export { benefitsRecorder } from './benefits-recorder.ts';
