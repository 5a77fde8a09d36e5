export { figuresOf } from './figures.ts';
export type { Figures } from './figures.ts';
export { isSameAnswer } from './is-same-answer.ts';
export { median } from './median.ts';
export { measure } from './measure.ts';
export type { Load } from './measure.ts';
export type { Sample } from './sample.ts';
