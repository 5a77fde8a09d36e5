/** What the process says when it ends. */
export const exitCode = {
  /** Everything asked for was done, and every check passed. */
  ok: 0,
  /** It was understood and failed, or a check found something. */
  failed: 1,
  /** It was not understood: an unknown option, or a configuration that is not valid. */
  badUsage: 2,
} as const;

/** One of the codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
