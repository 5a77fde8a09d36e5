import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, jest, test } from '@jest/globals';

import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';
import type { TemporaryFolder } from '../fixtures/temporary-folder.ts';
import { threeAgenciesFile } from '../fixtures/three-agencies.ts';
import type { Outcome } from './run-words.ts';
import { runInColours as run } from './run-words.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

const categories = fileURLToPath(new URL('../fixtures/categories.yaml', import.meta.url));

function check(folder: TemporaryFolder, ...words: string[]): Promise<Outcome> {
  const files = [
    '--supergraph',
    folder.path('supergraph.yaml'),
    '--committed',
    folder.path('committed.graphql'),
  ];
  return run('check', ...files, '--categories', categories, ...words);
}

async function change(folder: TemporaryFolder, file: string, from: string, to: string): Promise<void> {
  await writeFile(folder.path(file), (await readFile(folder.path(file), 'utf8')).replace(from, to));
}

describe('words that are not understood end with 2', () => {
  test.each([['frobnicate'], ['compose', '--frobnicate'], ['serve', '--port'], ['check', 'more'], []])(
    '%s %s',
    async (...words) => {
      const { code, data } = await run(...words.filter(Boolean));
      expect(code).toBe(2);
      expect(data).toBe('');
    },
  );

  test('and so does a configuration that is not valid, with the key and the remedy', async () => {
    const { code, messages } = await run('serve', '--port', 'many');
    expect(code).toBe(2);
    expect(messages).toMatch(/http\.port.*--port/);
  });
});

test('a gateway that cannot start says what to do and ends with 1', async () => {
  const identity = ['--issuer', 'https://identity.example', '--audience', 'graph'];
  const { code, data, messages } = await run(
    'serve',
    '--port',
    '0',
    ...identity,
    '--jwks-file',
    '/nowhere.json',
  );
  expect([code, data]).toEqual([1, '']);
  expect(messages).toMatch(/KEYS_UNREADABLE[\s\S]*JSON Web Key Set/);
});

test.each(['serve', 'compose', 'check'])('%s shows an example in its help', async (command) => {
  const { code, data } = await run(command, '--help');
  expect(code).toBe(0);
  expect(data).toContain(`$ resident-graph ${command}`);
});

describe('compose', () => {
  test('prints the supergraph and nothing else', async () => {
    const { code, data } = await run('compose', '--supergraph', threeAgenciesFile);
    expect(code).toBe(0);
    expect(data).toMatch(/^schema\n[\s\S]*enum join__Graph/);
  });

  test('writes it to a file', async () => {
    await using folder = await copyOfThreeAgencies();
    const { code, data } = await run(
      'compose',
      '--supergraph',
      threeAgenciesFile,
      '--output',
      folder.path('out.graphql'),
    );
    expect([code, data]).toEqual([0, '']);
    expect(await readFile(folder.path('out.graphql'), 'utf8')).toMatch(/enum join__Graph[\s\S]*\n$/);
  });

  test('says why not, on standard error, and ends with 1', async () => {
    await using folder = await copyOfThreeAgencies();
    await change(folder, 'benefits.graphql', ': Float', ': Flaot');
    const { code, data, messages } = await run('compose', '--supergraph', folder.path('supergraph.yaml'));
    expect([code, data]).toEqual([1, '']);
    expect(messages).toContain('ResidentBenefits.monthlyAmount');
  });

  test('prints one JSON object', async () => {
    const { data } = await run('compose', '--supergraph', threeAgenciesFile, '--json');
    expect(JSON.parse(data)).toMatchObject({
      ok: true,
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      agencies: expect.any(Array),
    });
  });
});

describe('check', () => {
  test('ends with 0 where everything is in order, and says what it could not compare', async () => {
    await using folder = await copyOfThreeAgencies();
    const { code, data, messages } = await check(folder);
    expect([code, data]).toEqual([0, '']);
    expect(messages).toContain('breaking changes were not looked for');
  });

  test('lists the file, the line, the coordinate and the remedy', async () => {
    await using folder = await copyOfThreeAgencies();
    await change(folder, 'people.graphql', 'name: String @label(policies: [["identity"]])', 'name: String');
    await change(folder, 'people.graphql', '"People of the same household."', '');
    const { code, data } = await check(folder);
    expect(code).toBe(1);
    expect(data).toMatch(/people\.graphql:\d+ {2}Resident\.name {2}LABEL_MISSING\n.*\n.*@policy/);
    expect(data).toMatch(/people\.graphql:\d+ {2}Resident\.household {2}DESCRIPTION_MISSING/);
  });

  test('reports labels and descriptions also where the schemas do not compose', async () => {
    await using folder = await copyOfThreeAgencies();
    await change(
      folder,
      'people.graphql',
      'household: [Resident] @label(policies: [["household"]])',
      'benefits: Int',
    );
    const { data } = await check(folder, '--json');
    const codes = (JSON.parse(data) as { problems: { code: string }[] }).problems.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['FIELD_TYPE_MISMATCH', 'LABEL_MISSING', 'CATEGORY_UNUSED']),
    );
  });

  test('finds what clients of the committed supergraph would lose', async () => {
    await using folder = await copyOfThreeAgencies();
    await run(
      'compose',
      '--supergraph',
      folder.path('supergraph.yaml'),
      '--output',
      folder.path('committed.graphql'),
    );
    expect((await check(folder)).messages).toBe('Everything is in order.');
    await change(folder, 'benefits.graphql', 'monthlyAmount: Float', 'monthlyAmount: Int');
    const { code, data } = await check(folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(data)).toMatchObject({
      ok: false,
      problems: [{ code: 'BREAKING_CHANGE', coordinate: 'ResidentBenefits.monthlyAmount' }],
    });
  });

  test('takes additions for no loss, and hints that the committed supergraph is old', async () => {
    await using folder = await copyOfThreeAgencies();
    await run(
      'compose',
      '--supergraph',
      folder.path('supergraph.yaml'),
      '--output',
      folder.path('committed.graphql'),
    );
    await change(
      folder,
      'benefits.graphql',
      '  monthlyAmount',
      '  newField: Int\n  "Money."\n  monthlyAmount',
    );
    const { code, messages } = await check(folder);
    expect(code).toBe(0);
    expect(messages).toContain('compose it anew');
  });

  test('says where a syntax error is', async () => {
    await using folder = await copyOfThreeAgencies();
    await change(folder, 'people.graphql', 'type Query {', 'type Query');
    const { code, data } = await check(folder);
    expect(code).toBe(1);
    expect(data).toMatch(/people\.graphql:\d+ {2}SCHEMA_UNREADABLE/);
  });
});
