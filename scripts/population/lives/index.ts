export { addIfFree } from './confinement.ts';
export { endAtDeath } from './end-at-death.ts';
export { liveLives } from './live-lives.ts';
export { spanOf } from './span.ts';
