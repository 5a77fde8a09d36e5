import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, openDatabase, runSubgraph, type Database } from '@resident-graph/subgraph-kit';

import { residents } from '../../src/index.ts';
import { indexOver, type TestIndex } from '../master-index/open-index.ts';
import { loaded, questionOf } from './open-desk.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

describe('the command line of the agency that keeps the index', () => {
  let folder: string;
  let database: Database;
  let opened: TestIndex;
  const steward = ['--as', 'steward-1', '--reason', 'Papers seen.'];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'residents-commands-'));
    database = openDatabase(url());
    await migrate(residents, database);
    opened = indexOver(database);
    await loaded(opened, { h1: 'a', b1: 'A', j1: 'c', p1: 'd' });
  });
  afterAll(async () => {
    await database.destroy();
    await rm(folder, { recursive: true });
  });

  function url(): string {
    return `sqlite:${join(folder, 'residents.sqlite')}`;
  }

  async function run(...parameters: readonly string[]): Promise<Outcome> {
    const outcome = { code: 0, out: '', error: '' };
    await runSubgraph(residents, {
      arguments: [...parameters, ...(parameters.includes('--help') ? [] : ['--database-url', url()])],
      write: (text) => void (outcome.out += text),
      writeError: (text) => void (outcome.error += text),
      exit: (code) => void (outcome.code = code),
      ended: () => Promise.resolve(),
    });
    return outcome;
  }

  async function json(...parameters: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const { out, error } = await run(...parameters, '--json');
    expect(error).toBe('');
    return JSON.parse(out) as Readonly<Record<string, unknown>>;
  }

  test('every command says what it does, with an example', async () => {
    const { out } = await run('--help');
    for (const { name } of residents.commands) {
      expect(out).toContain(name);
      expect((await run(name, '--help')).out).toMatch(
        new RegExp(`Example:\n {2}residents-subgraph ${name} `),
      );
    }
  });

  test('every command is in the README', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const named = residents.commands.filter(({ name }) => readme.includes(`| \`${name}\` `));
    expect(named).toEqual(residents.commands);
  });

  test('a question is listed, claimed, put off, and answered by who claimed it', async () => {
    const review = await questionOf(opened, 'POSSIBLE_MATCH');
    expect((await run('reviews')).out).toContain(`${review}\n  OPEN, version 1`);
    expect((await run('decide-review', review, ...steward, '--decision', 'SAME_PERSON')).error).toMatch(
      /not claimed by you/,
    );
    await run('claim-review', review, '--as', 'steward-1');
    expect(await run('claim-review', review, '--as', 'steward-2')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/Somebody else works on the question/),
    });
    expect(await json('defer-review', review, ...steward)).toMatchObject({ deferrals: 1, claimed_by: null });
    await run('claim-review', review, '--as', 'steward-1');
    const stale = ['--decision', 'DIFFERENT_PERSON', '--expected-version', '1'];
    expect((await run('decide-review', review, ...steward, ...stale)).error).toMatch(/since what was seen/);
    const answered = await json('decide-review', review, ...steward, '--decision', 'DIFFERENT_PERSON');
    expect(answered['outcome']).toMatch(/^(APPLIED: event \d+, APART|AWAITS_SECOND_READER)$/);
  });

  test('a record is linked, and it is undone; the log says by whom', async () => {
    const [own, other] = [await opened.residentOf('j1'), await opened.residentOf('p1')];
    const { sequence } = await json('link-record', 'j1', other, ...steward);
    expect(await opened.residentOf('j1')).toBe(other);
    expect((await run('history', other)).out).toMatch(/LINK by steward-1: Papers seen\./);
    await run('undo-event', String(sequence), ...steward);
    expect(await opened.residentOf('j1')).toBe(own);
    expect(await run('undo-event', String(sequence), ...steward)).toMatchObject({
      code: 1,
      error: 'error: The event was undone already.\n',
    });
  });

  test('who does it and why has to be said', async () => {
    const other = await opened.residentOf('p1');
    expect(await run('link-record', 'j1', other, '--reason', 'Papers seen.')).toMatchObject({ code: 2 });
    expect(await run('link-record', 'j1', other, '--as', 'steward-1')).toMatchObject({ code: 2 });
    expect(await run('link-record', 'j1', other, '--as', 'steward-1', '--reason', ' ')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/A reason is needed/),
    });
  });

  test('the figures are told of an index of which nothing was judged yet', async () => {
    expect(await json('quality')).toMatchObject({
      automaticLinks: { judged: 0, precision: null },
      groupsNotKnown: ['name origin'],
      queue: { open: expect.any(Number) },
    });
    expect((await run('quality', '--days', 'x')).error).toMatch(/days: it is a whole number/);
    expect((await run('models')).out).toBe('No model was fitted.\n');
    expect((await run('activate-model', '7')).error).toMatch(/No model of this version is in shadow/);
  });
});
