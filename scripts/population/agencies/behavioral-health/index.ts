export { behavioralHealthRecorder } from './behavioralHealthRecorder.ts';
