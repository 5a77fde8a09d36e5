export { keepWorkers } from './keep-workers.ts';
export type { WorkerPart } from './worker-part.ts';
export { leaveWorkers, workerPart } from './worker-part.ts';
