import { createRequire } from 'node:module';

import { readEntry } from '../events/index.ts';
import type { SequencedEntry } from '../log/index.ts';

/** A request that asked an agency, as the ledger says. */
export interface AskedRequest {
  readonly request: string;
  readonly at: string;
}

/** What is used of better-sqlite3. */
interface Connection {
  readonly exec: (statements: string) => void;
  readonly prepare: (statement: string) => {
    readonly run: (...values: readonly (string | number)[]) => { readonly changes: number };
    readonly iterate: (...values: readonly (string | number)[]) => Iterable<unknown>;
  };
  readonly close: () => void;
}
type OpenConnection = new (file: string) => Connection;

/**
 * Which agencies each request has asked. However many there are, they take 64 MiB of memory: the rest is in a file
 * without a name that the operating system takes away with the process. It holds ids of requests and nothing of
 * residents.
 */
export class AskedRequests {
  readonly #connection: Connection;

  constructor() {
    const Sqlite = createRequire(import.meta.url)('better-sqlite3') as OpenConnection;
    // An empty name is SQLite's for such a file.
    this.#connection = new Sqlite('');
    this.#connection.exec(
      `pragma journal_mode = off;
       pragma cache_size = -65536;
       create table asked (
         place integer primary key,
         agency text not null,
         request text not null,
         at text not null,
         is_seen integer not null default 0,
         unique (agency, request)
       );
       begin`,
    );
  }

  /** Takes in what entries say of some agencies; what is sealed stays so. @throws UnreadableEntry */
  async add(entries: AsyncIterable<SequencedEntry>, agencies: ReadonlySet<string>): Promise<void> {
    const insert = this.#connection.prepare(
      'insert into asked (agency, request, at) values (?, ?, ?) on conflict do nothing',
    );
    for await (const { entry } of entries) {
      const event = readEntry(entry);
      if (event.type !== 'disclosure' && event.type !== 'operation') continue;
      const { request, at } = event;
      for (const agency of event.agencies) if (agencies.has(agency)) insert.run(agency, request, at);
    }
  }

  /** Takes note of requests that the agency has seen as well. @returns for each whether it is recorded */
  marker(agency: string): (request: string) => boolean {
    const mark = this.#connection.prepare('update asked set is_seen = 1 where agency = ? and request = ?');
    return (request) => mark.run(agency, request).changes > 0;
  }

  /** Those of which the agency has not been seen to know, in the order of the ledger. @param until - not included */
  unseen(agency: string, from: string, until: string): Iterable<AskedRequest> {
    return this.#connection
      .prepare(
        `select request, at from asked
         where agency = ? and is_seen = 0 and at >= ? and at < ? order by place`,
      )
      .iterate(agency, from, until) as Iterable<AskedRequest>;
  }

  close(): void {
    this.#connection.close();
  }
}
