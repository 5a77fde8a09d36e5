export { createChance } from './create-chance.ts';
export { mixWords } from './mix-words.ts';
export { permute } from './permute.ts';
export { stream } from './stream.ts';
