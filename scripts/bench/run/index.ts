export type { BenchmarkResults } from './results.ts';
export { runBenchmark } from './run-benchmark.ts';
