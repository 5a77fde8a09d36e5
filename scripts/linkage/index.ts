export { markdownReport } from './markdown-report.ts';
export { measurePopulation } from './measure-population.ts';
export { runBenchmark } from './run-benchmark.ts';
