export { endOnSignal } from './end-on-signal.ts';
export { report } from './report.ts';
export { runCommand } from './run-command.ts';
export { wholeNumber } from './whole-number.ts';
