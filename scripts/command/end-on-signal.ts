/** Ends the process in order when it is told to stop: whoever stops it must not find its processes still running. */
export function endOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}
