export { addCheck } from './check.ts';
export { addCompose } from './compose.ts';
export { addServe } from './serve.ts';
