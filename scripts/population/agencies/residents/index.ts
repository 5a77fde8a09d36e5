export { residentsRecorder } from './residents-recorder.ts';
