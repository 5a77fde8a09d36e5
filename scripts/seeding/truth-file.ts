import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { AgencyName, Household, TrueLink } from '../population/index.ts';

/**
 * The truth table as CSV (RFC 4180): which local record of which agency is whose. Written beside its place and
 * moved there once it is whole.
 */
export class TruthFile {
  readonly #file: string;
  readonly #stream: WriteStream;

  private constructor(file: string, stream: WriteStream) {
    this.#file = file;
    this.#stream = stream;
  }

  static async open(file: string): Promise<TruthFile> {
    await mkdir(dirname(file), { recursive: true });
    const stream = createWriteStream(partOf(file));
    await once(stream, 'open');
    // Thrown by the next write; without a listener it would end the process.
    stream.on('error', () => undefined);
    stream.write('agency,local_id,person,resident_id\n');
    return new TruthFile(file, stream);
  }

  /** Adds the agency's records of the household; waits where the disk is slower than the generator. */
  async write(agency: AgencyName, { members }: Household, links: readonly TrueLink[]): Promise<void> {
    const residentIds = new Map(members.map(({ number, residentId }) => [number, residentId]));
    const lines = links.map(({ localId, person }) =>
      line([agency, localId, String(person), residentIds.get(person) ?? '']),
    );
    if (this.#stream.errored !== null) throw this.#stream.errored;
    if (!this.#stream.write(lines.join(''))) await once(this.#stream, 'drain');
  }

  /** Moves the whole file to its place. */
  async complete(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
    await rename(partOf(this.#file), this.#file);
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#stream.destroy();
    await rm(partOf(this.#file), { force: true });
  }
}

function partOf(file: string): string {
  return `${file}.part`;
}

function line(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}
