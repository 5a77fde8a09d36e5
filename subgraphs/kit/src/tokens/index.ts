export { createNumberTokenizer } from './create-number-tokenizer.ts';
export type { NumberTokenizer, NumberTokens } from './create-number-tokenizer.ts';
