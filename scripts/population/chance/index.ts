export { createChance } from './createChance.ts';
export { mixWords } from './mixWords.ts';
export { permute } from './permute.ts';
export { stream } from './stream.ts';
