import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';
import { openDatabase, runSubgraph } from '@resident-graph/subgraph-kit';

import { library } from './library/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(...parameters: readonly string[]): Promise<Outcome> {
  const outcome = { code: 0, out: '', error: '' };
  await runSubgraph(library, {
    arguments: parameters,
    write: (text) => void (outcome.out += text),
    writeError: (text) => void (outcome.error += text),
    exit: (code) => void (outcome.code = code),
    ended: () => Promise.resolve(),
  });
  return outcome;
}

const databaseUrl = `sqlite:${join(folder, 'library.sqlite')}`;

describe('the command line', () => {
  test('--help shows the commands and an example', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/serve[\s\S]*migrate[\s\S]*schema[\s\S]*Examples:/);
  });

  test('help of serve names each environment variable and default', async () => {
    const { out } = await run('serve', '--help');
    for (const name of ['HOST', 'PORT', 'DATABASE_URL', '127.0.0.1']) expect(out).toContain(name);
  });

  test('schema prints the schema as it is written', async () => {
    expect(await run('schema')).toEqual({ code: 0, out: library.sdl, error: '' });
  });

  test('migrate names what it applied, and does nothing the second time', async () => {
    const first = await run('migrate', '--database-url', databaseUrl);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('library-0001-cards-and-loans') });
    expect(await run('migrate', '--database-url', databaseUrl)).toMatchObject({
      code: 0,
      out: 'Nothing to do.\n',
    });
    const database = openDatabase(databaseUrl);
    expect(await database.schema.hasTable('LOAN')).toBe(true);
    await database.destroy();
  });

  test('what a migration that was killed has locked is said, and opened by --even-if-locked', async () => {
    const url = `sqlite:${join(folder, 'locked.sqlite')}`;
    await run('migrate', '--database-url', url);
    const database = openDatabase(url);
    await database('resident_graph_migrations').where({ name: 'library-0001-cards-and-loans' }).delete();
    await database.schema.dropTable('LOAN').dropTable('CARD');
    await database('resident_graph_migrations_lock').update({ is_locked: 1 });
    await database.destroy();
    const refused = await run('migrate', '--database-url', url);
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining('--even-if-locked') });
    const migrated = await run('migrate', '--even-if-locked', '--database-url', url);
    expect(migrated).toMatchObject({ code: 0, out: expect.stringContaining('library-0001-cards-and-loans') });
  });

  test('serve is what runs when no command is named, and it ends well when asked to', async () => {
    const options = [
      '--port',
      '0',
      '--database-url',
      databaseUrl,
      '--log-level',
      'silent',
      '--allow-unsigned',
    ];
    expect(await run(...options)).toEqual({ code: 0, out: '', error: '' });
  });

  test.each([
    ['--port', ['--port', 'http']],
    ['--port', ['--port', '65536']],
    ['database URL', ['--port', '0', '--log-level', 'silent', '--database-url', 'oracle://x/y']],
    ['database URL', ['--port', '0', '--log-level', 'silent', '--database-url', 'postgres:']],
    ['database URL', ['migrate', '--database-url', 'mysql://root@127.0.0.1:3306']],
    ['database URL', ['migrate', '--database-url', 'sqlite:100%.sqlite']],
    ['--log-level', ['--log-level', 'loud']],
    ['--colour', ['--colour', 'red']],
  ])('a wrong %s is code 2 and named', async (name, parameters) => {
    const { code, error } = await run(...parameters);
    expect(code).toBe(2);
    expect(error).toContain(name);
  });

  test('a port that is taken is code 1, with the remedy', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const outcome = await run(
      '--port',
      `${port}`,
      '--database-url',
      databaseUrl,
      '--log-level',
      'silent',
      '--allow-unsigned',
    );
    await new Promise((resolve) => other.close(resolve));
    expect(outcome).toMatchObject({ code: 1, error: expect.stringContaining('Choose another port') });
  });

  test('a host that is none of this machine is named, and not the database', async () => {
    const outcome = await run(
      '--host',
      'host.invalid',
      '--allow-unsigned',
      '--port',
      '0',
      '--log-level',
      'silent',
      '--database-url',
      databaseUrl,
    );
    expect(outcome).toMatchObject({ code: 1, error: expect.stringContaining('--host') });
  });

  test('a file that is no database fails migrate, with the remedy', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear Sir or Madam, this is a letter and not a database.');
    const outcome = await run('migrate', '--database-url', `sqlite:${file}`);
    expect(outcome).toMatchObject({ code: 1, error: expect.stringContaining('is no SQLite database') });
  });

  test('a database that cannot be reached fails migrate with code 1, and without its address', async () => {
    const { code, error } = await run(
      'migrate',
      '--database-url',
      'postgres://user:password@127.0.0.1:1/agency',
    );
    expect(code).toBe(1);
    expect(error).toContain('--database-url');
    expect(error).not.toContain('password');
  });
});
