/** Where a command writes: data for the next program, messages for people. */
export interface Terminal {
  /** Standard output: data and nothing else, so that it can be piped. */
  readonly data: (text: string) => void;
  /** Standard error: what people read. */
  readonly message: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the messages are read on a screen that shows colours. */
  readonly hasColours: boolean;
  /** The same of the data. */
  readonly hasColouredData: boolean;
}

/** The process's own terminal. NO_COLOR, set to anything, takes the colours away (https://no-color.org). */
export function processTerminal(): Terminal {
  const isColourful = !process.env['NO_COLOR'];
  process.stdout.on('error', endQuietly);
  return {
    data: (text) => void process.stdout.write(`${text}\n`),
    message: (text) => void process.stderr.write(`${text}\n`),
    environment: process.env,
    hasColours: process.stderr.isTTY && isColourful,
    hasColouredData: process.stdout.isTTY && isColourful,
  };
}

/** Whoever reads the data may stop before its end, as `head` does: nothing is wrong then. */
function endQuietly(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
