export { residentsRecorder } from './residentsRecorder.ts';
