export { Forgetting } from './forgetting.ts';
