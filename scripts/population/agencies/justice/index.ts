export { justiceRecorder } from './justiceRecorder.ts';
