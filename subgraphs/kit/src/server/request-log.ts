import { appendFile } from 'node:fs/promises';

/** One request as an agency's own log keeps it. No data, and nothing of a resident. */
interface LoggedRequest {
  /** RFC 3339, by the agency's clock. */
  readonly at: string;
  /** The gateway's id of the client's request; what a caller sent that isn't the gateway may be anything. */
  readonly request: string;
  /** Whether it was the gateway's. */
  readonly verdict: 'trusted' | 'refused';
  /** Why it was refused; null if it wasn't. */
  readonly problem: string | null;
  /** SHA-256 of the body as its Content-Digest says (RFC 9530); null without one. */
  readonly digest: string | null;
}

/** An agency's own log of what it was asked, to be compared with the gateway's ledger by whoever doubts it. */
export interface RequestLog {
  /** Resolves when the line is written. @throws if it can't be: then the request must not be answered */
  readonly append: (request: LoggedRequest) => Promise<void>;
}

/**
 * A file of one JSON object a line, to which lines are only added; made where there is none. Lines that come together
 * are written together, and the file may be moved away at any time.
 */
export async function openRequestLog(path: string): Promise<RequestLog> {
  const writer = new LineWriter(path);
  await writer.write('');
  return { append: async (request) => writer.write(`${JSON.stringify(request)}\n`) };
}

class LineWriter {
  readonly #path: string;
  #lines = '';
  #next: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  write(line: string): Promise<void> {
    this.#lines += line;
    this.#next ??= this.#after(this.#last);
    return this.#next;
  }

  #after(last: Promise<void>): Promise<void> {
    const written = last
      .catch(() => undefined)
      .then(async () => {
        const lines = this.#lines;
        this.#lines = '';
        this.#next = null;
        await appendFile(this.#path, lines, { mode: 0o600 });
      });
    this.#last = written;
    return written;
  }
}
