export { benefitsRecorder } from './benefitsRecorder.ts';
