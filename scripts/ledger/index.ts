export { killWriter } from './kill-writer.ts';
export { measureAppends } from './measure-appends.ts';
export { measureScale } from './measure-scale.ts';
export { measureReading } from './measure-reading.ts';
