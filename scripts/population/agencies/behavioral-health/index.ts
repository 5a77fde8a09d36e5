export { behavioralHealthRecorder } from './behavioral-health-recorder.ts';
