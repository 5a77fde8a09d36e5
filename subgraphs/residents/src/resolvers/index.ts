export { officersOnly } from './index-officers.ts';
export { resolvers } from './resolvers.ts';
