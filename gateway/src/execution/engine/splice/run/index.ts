export { replayClient } from './replay-client.ts';
export { MemoryPool } from './splice-memory.ts';
export { runProgram } from './splice-run.ts';
