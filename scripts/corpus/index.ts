export { askOperation, type CorpusEndpoint } from './askOperation.ts';
export type { CorpusAnswer } from './CorpusAnswer.ts';
export type { CorpusOperation } from './CorpusOperation.ts';
export { generateOperations } from './generation/index.ts';
export { answeredOperations, readAnswer, removeAnswer, writeAnswer } from './pinnedAnswers.ts';
export { population } from './population.ts';
export { printAnswer } from './printAnswer.ts';
export { readOperations } from './readOperations.ts';
export { writeOperation } from './writeOperation.ts';
