/** What a command line touches of the process that it runs in. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly exit: (code: number) => void;
  /** Resolves when the process is asked to end. */
  readonly ended: () => Promise<void>;
}

export const processSurroundings: Surroundings = {
  arguments: process.argv.slice(2),
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
  ended: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    }),
};
