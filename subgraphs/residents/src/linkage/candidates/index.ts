export { candidatePairs, type Pairs } from './candidate-pairs.ts';
export { candidateKeys } from './keys.ts';
