/** Where a command writes: data for the next program, messages for people. */
export interface Terminal {
  /** Standard output: data and nothing else, so that it can be piped. */
  readonly data: (text: string) => void;
  /** Standard error: what people read. */
  readonly message: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether people read the messages on a screen that shows colours. */
  readonly hasColours: boolean;
}

/** The process's own terminal. NO_COLOR, set to anything, takes the colours away (https://no-color.org). */
export function processTerminal(): Terminal {
  return {
    data: (text) => void process.stdout.write(`${text}\n`),
    message: (text) => void process.stderr.write(`${text}\n`),
    environment: process.env,
    hasColours: process.stderr.isTTY && !process.env['NO_COLOR'],
  };
}
