export { answerOf, type Answer } from './answer.ts';
export { ask, Refused, type Asker } from './ask.ts';
export { mergeAnswers } from './merge-answers.ts';
export type { Path, Problem, Unanswered, Withheld } from './problem.ts';
