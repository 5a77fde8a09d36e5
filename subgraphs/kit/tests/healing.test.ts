import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { expect, test } from '@jest/globals';
import { defineSubgraph, migrate, openDatabase } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect, executeOperation } from '@resident-graph/subgraph-kit/testing';

import { seedLibrary } from './library/library-seed.ts';
import { library, libraryDefinition } from './library/library.ts';

const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { id } } }';
const variables = { r: [{ __typename: 'Resident', id: 'resident-1' }] };

/** A way to a database that can be cut and mended. */
class Wire {
  readonly #target: URL;
  #server: Server | null = null;
  readonly #sockets = new Set<Socket>();
  port = 0;

  constructor(target: URL) {
    this.#target = target;
  }

  async mend(): Promise<void> {
    const server = createServer((socket) => {
      const onward = connect(Number(this.#target.port), this.#target.hostname);
      for (const end of [socket, onward]) {
        this.#sockets.add(end);
        end.on('error', () => end.destroy());
        end.on('close', () => (socket.destroy(), onward.destroy()));
      }
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => void server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await closed;
  }
}

function urlOf(database: Database): URL {
  const { connection } = database.client.config as { connection: Readonly<Record<string, string>> };
  const { connectionString, host, port, user, database: name } = connection;
  return new URL(connectionString ?? `mysql://${user}@${host}:${port}/${name}`);
}

eachDialect('a database that goes away', (open, dialect) => {
  if (dialect === 'sqlite') {
    test('a file that cannot be opened is DATABASE_UNAVAILABLE', async () => {
      const database = openDatabase('sqlite:/no/such/folder/file.sqlite');
      const { errors } = await executeOperation(library, database, { query, variables });
      await database.destroy();
      expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'DATABASE_UNAVAILABLE' } })]);
    });
    return;
  }

  test('is an error of the fields that need it, and is used again when it is back', async () => {
    const direct = await open();
    await migrate(library, direct);
    await seedLibrary(direct);
    const url = urlOf(direct);
    const wire = new Wire(new URL(url));
    await wire.mend();
    url.port = String(wire.port);
    const database = openDatabase(url.href, { acquireTimeoutMilliseconds: 1_000 });
    const ask = () => executeOperation(library, database, { query, variables });
    try {
      expect(await ask()).toEqual({ data: { _entities: [{ id: 'resident-1' }] } });
      await wire.cut();
      for (let time = 0; time < 3; time += 1) {
        const { data, errors } = await ask();
        expect(data).toEqual({ _entities: [null] });
        expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'DATABASE_UNAVAILABLE' } })]);
        expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
      }
      await wire.mend();
      expect(await ask()).toEqual({ data: { _entities: [{ id: 'resident-1' }] } });
    } finally {
      await wire.cut();
      await database.destroy();
    }
  });

  test('is DATABASE_TIMEOUT when a statement takes too long', async () => {
    const direct = await open();
    const database = openDatabase(urlOf(direct).href, { statementTimeoutMilliseconds: 200 });
    const sleep =
      dialect === 'postgres'
        ? 'select pg_sleep(30)'
        : `select count(*) from ${['a', 'b', 'c', 'd'].map((one) => `information_schema.collations ${one}`).join(', ')}`;
    const slow = defineSubgraph({
      ...libraryDefinition,
      resolvers: {
        ...libraryDefinition.resolvers,
        Query: { libraryBranches: (_root, _values, context) => context.database.raw(sleep) },
      },
    });
    const { errors } = await executeOperation(slow, database, { query: '{ libraryBranches }' });
    await database.destroy();
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'DATABASE_TIMEOUT' } })]);
  });
});
