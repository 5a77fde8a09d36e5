export type { Answer } from './answer.ts';
export { ask, Refused } from './ask.ts';
export { askEarly, takeEarlyAnswer } from './early-answer.ts';
export { mergeAnswers } from './merge-answers.ts';
export type { Path, Problem, Withheld } from './problem.ts';
