export type { ColdResults, Times } from './cold/index.ts';
export { runCold } from './cold/index.ts';
export { contenders } from './contenders/index.ts';
export { markdownReport } from './report/index.ts';
export { runBenchmark } from './run/index.ts';
export { scenarios } from './scenarios/index.ts';
