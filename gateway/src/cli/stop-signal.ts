const signals = ['SIGTERM', 'SIGINT'] as const;

/**
 * Resolves at the first SIGTERM or SIGINT. From then on the signals have their usual effect again: a second one
 * ends the process at once.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      signals.forEach((signal) => process.off(signal, stop));
      resolve();
    };
    signals.forEach((signal) => process.on(signal, stop));
  });
}
