export { openCannedSubgraphs } from './canned-subgraphs.ts';
export type { BenchmarkResults } from './results.ts';
export { runBenchmark } from './run-benchmark.ts';
