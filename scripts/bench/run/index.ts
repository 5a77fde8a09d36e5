export type { BenchmarkOptions } from './options.ts';
export type { BenchmarkResults, LeftOut } from './results.ts';
export { runBenchmark } from './run-benchmark.ts';
