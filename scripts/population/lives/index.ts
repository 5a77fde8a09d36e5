export { addIfFree } from './confinement.ts';
export { endAtDeath } from './endAtDeath.ts';
export { liveLives } from './liveLives.ts';
export { spanOf } from './span.ts';
