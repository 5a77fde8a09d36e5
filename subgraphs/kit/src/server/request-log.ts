import { appendFile, open } from 'node:fs/promises';

import { boundRefusals } from './bound-refusals.ts';
import type { RequestLog } from './logged-request.ts';

/**
 * A file of one JSON object a line, to which lines are only added; made where there is none. Lines that come together
 * are written together, and the file may be moved away at any time. Whoever is refused can't fill the disk. A line of
 * which only a part was written, as by a process that was killed or on a full disk, stands alone.
 */
export async function openRequestLog(path: string): Promise<RequestLog> {
  const writer = new LineWriter(path);
  await writer.write((await isTorn(path)) ? '\n' : '');
  return boundRefusals(async (request) => writer.write(`${JSON.stringify(request)}\n`));
}

/** Whether a file ends within a line. */
async function isTorn(path: string): Promise<boolean> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    // Reading from a pipe or a terminal would wait for what never comes.
    if (size === 0) return false;
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
    return bytesRead === 1 && buffer.toString() !== '\n';
  } finally {
    await file.close();
  }
}

class LineWriter {
  readonly #path: string;
  #lines = '';
  #isTorn = false;
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
        const begin = this.#isTorn ? '\n' : '';
        // Of what fails a part may be there.
        this.#isTorn = true;
        await appendFile(this.#path, begin + lines, { mode: 0o600 });
        this.#isTorn = false;
      });
    this.#last = written;
    return written;
  }
}
