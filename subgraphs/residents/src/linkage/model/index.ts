export { chanceAgreement } from './chance-agreement.ts';
export type { Frequencies } from './frequencies.ts';
export { createScorer, probabilityOf, type Scorer } from './create-scorer.ts';
export { fitModel } from './fit-model.ts';
export type { LinkageModel } from './model.ts';
export { patternsOf, type Patterns } from './patterns.ts';
