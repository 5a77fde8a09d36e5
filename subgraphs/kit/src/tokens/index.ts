export { createNumberTokenizer } from './create-number-tokenizer.ts';
export type { NumberTokens } from './create-number-tokenizer.ts';
