import cluster from 'node:cluster';

import { placeVariable, stopMessage } from './worker-messages.ts';

/** What a process does in addition when it is one of several workers. */
export interface WorkerPart {
  /** Among the workers, from 1: whoever replaces one that ended has its place. */
  readonly place: number;
  readonly ready: (url: string) => void;
  /** Resolves when the process that keeps the workers asks this one to stop. */
  readonly stopped: Promise<void>;
}

/** The worker's part, or null in a process that serves alone or keeps workers. */
export function workerPart(): WorkerPart | null {
  const { worker } = cluster;
  if (worker === undefined) return null;
  const stopped = new Promise<void>((resolve) => {
    worker.on('message', (message) => {
      if (message === stopMessage) resolve();
    });
  });
  const place = Number(process.env[placeVariable] ?? '1');
  return { place, ready: (url) => void worker.send({ url }), stopped };
}

/** Lets go of the process that keeps the workers, which would hold this one although it has nothing more to do. */
export function leaveWorkers(): void {
  if (cluster.worker?.isConnected() === true) cluster.worker.disconnect();
}
