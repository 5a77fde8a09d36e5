export { askOperation } from './askOperation.ts';
export type { CorpusOperation } from './CorpusOperation.ts';
export { generateOperations } from './generation/index.ts';
export { answeredOperations, readAnswer, removeAnswer, writeAnswer } from './pinnedAnswers.ts';
export { population } from './population.ts';
export { printAnswer } from './printAnswer.ts';
export { referenceDefects } from './referenceDefects.ts';
export { readOperations } from './readOperations.ts';
export { writeOperation } from './writeOperation.ts';
