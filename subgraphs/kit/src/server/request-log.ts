import { appendFile } from 'node:fs/promises';

import { boundRefusals } from './bound-refusals.ts';
import type { RequestLog } from './logged-request.ts';

/**
 * A file of one JSON object a line, to which lines are only added; made where there is none. Lines that come together
 * are written together, and the file may be moved away at any time. Whoever is refused can't fill the disk.
 */
export async function openRequestLog(path: string): Promise<RequestLog> {
  const writer = new LineWriter(path);
  await writer.write('');
  return boundRefusals(async (request) => writer.write(`${JSON.stringify(request)}\n`));
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
