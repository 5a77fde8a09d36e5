export { buildExplorer } from './build-explorer.ts';
