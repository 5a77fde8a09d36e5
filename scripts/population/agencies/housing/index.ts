export { housingRecorder } from './housingRecorder.ts';
