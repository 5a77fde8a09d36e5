export { housingRecorder } from './housing-recorder.ts';
