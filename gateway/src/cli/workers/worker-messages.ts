/** What a worker tells the process that keeps it: it listens at this address. */
export interface ReadyMessage {
  readonly url: string;
}

/** What a worker is told: finish what has begun, and end. */
export const stopMessage = 'stop';

/** Whether a message is one that says "ready". */
export function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'url' in message;
}

/** The environment variable that tells a worker its place among the others, from 1; no option's, which have a prefix. */
export const placeVariable = 'GATEWAY_WORKER_PLACE';
