import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, jest, test } from '@jest/globals';
import { isObjectType } from 'graphql';

import type { Supergraph, SupergraphSource } from '../../src/supergraph/index.ts';
import { CompositionRefused, openSupergraph } from '../../src/supergraph/index.ts';
import { recordingLog } from '../fixtures/recording-log.ts';
import type { RecordingLog } from '../fixtures/recording-log.ts';
import type { TemporaryFolder } from '../fixtures/temporary-folder.ts';
import { copyOfThreeAgencies } from '../fixtures/temporary-folder.ts';

jest.setTimeout(60_000); // composing takes its time on a busy machine

interface Watched extends AsyncDisposable {
  readonly folder: TemporaryFolder;
  readonly source: SupergraphSource;
  readonly log: RecordingLog;
}

async function watched(): Promise<Watched> {
  const folder = await copyOfThreeAgencies();
  const log = recordingLog();
  const source = await openSupergraph({ file: folder.path('supergraph.yaml'), watch: true, log });
  const dispose = async () => {
    await source.close();
    await folder[Symbol.asyncDispose]();
  };
  return { folder, source, log, [Symbol.asyncDispose]: dispose };
}

async function edited(folder: TemporaryFolder, file: string, from: string, to: string): Promise<string> {
  return (await readFile(folder.path(file), 'utf8')).replace(from, to);
}

function inForce(log: RecordingLog) {
  return log.when(({ message }) => message === 'A changed supergraph is in force');
}

function refused(log: RecordingLog) {
  return log.when(({ message }) => message.startsWith('A change was refused'));
}

function fieldsOf({ apiSchema }: Supergraph): readonly string[] {
  const resident = apiSchema.getType('Resident');
  return isObjectType(resident) ? Object.keys(resident.getFields()) : [];
}

const oldField = 'clinician: Clinician';
const newField = 'therapist: Clinician';

describe('a changed schema file', () => {
  test('is taken over', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    await writeFile(
      folder.path('mental-health.graphql'),
      await edited(folder, 'mental-health.graphql', oldField, newField),
    );
    await inForce(log);
    expect(fieldsOf(source.current)).toContain('therapist');
  });

  test('is taken over when an editor puts it in place by a rename, twice', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const file = folder.path('mental-health.graphql');
    for (const [from, to] of [
      [oldField, newField],
      [newField, 'healer: Clinician'],
    ] as const) {
      const seen = log.lines.length;
      await writeFile(`${file}.new`, await edited(folder, 'mental-health.graphql', from, to));
      await rename(`${file}.new`, file);
      await log.when((line) => log.lines.indexOf(line) >= seen && line.message.includes('in force'));
    }
    expect(fieldsOf(source.current)).toContain('healer');
  });

  test('comes into force only after every listener is ready', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const before = source.current;
    const seen: boolean[] = [];
    source.onChange(async (next) => {
      await Promise.resolve();
      seen.push(source.current === before, fieldsOf(next).includes('therapist'));
    });
    await writeFile(
      folder.path('mental-health.graphql'),
      await edited(folder, 'mental-health.graphql', oldField, newField),
    );
    await inForce(log);
    expect(seen).toEqual([true, true]);
  });

  test('stays out of force if a listener cannot follow', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const before = source.current;
    source.onChange(() => Promise.reject(new Error('no')));
    await writeFile(
      folder.path('mental-health.graphql'),
      await edited(folder, 'mental-health.graphql', oldField, newField),
    );
    await log.when(({ message }) => message === 'The changed supergraph was not taken over');
    expect(source.current).toBe(before);
  });
});

describe('a bad change is refused and the last good supergraph serves on', () => {
  test('naming the field that is broken, and a repaired file is taken over', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const before = source.current;
    const good = await edited(folder, 'mental-health.graphql', oldField, newField);
    await writeFile(folder.path('mental-health.graphql'), good.replace('[Day!]', '[Dya!]'));
    expect(await refused(log)).toMatchObject({
      agency: 'mental-health',
      coordinate: 'Resident.appointments',
      problem: expect.stringContaining('Resident.appointments'),
    });
    expect(source.current).toBe(before);
    await writeFile(folder.path('mental-health.graphql'), good);
    await inForce(log);
    expect(fieldsOf(source.current)).toContain('therapist');
  });

  test('if the file is half written', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const before = source.current;
    const text = await readFile(folder.path('people.graphql'), 'utf8');
    await writeFile(folder.path('people.graphql'), text.slice(0, text.length / 2));
    expect(await refused(log)).toMatchObject({ agency: 'people', code: 'SCHEMA_UNREADABLE' });
    expect(source.current).toBe(before);
  });

  test('if the file nests deeper than it can be parsed, and a repaired one is taken over', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const changed = await edited(folder, 'mental-health.graphql', oldField, newField);
    await writeFile(folder.path('mental-health.graphql'), `type Deep { list: ${'['.repeat(50_000)} }`);
    expect(await refused(log)).toMatchObject({ agency: 'mental-health', code: 'SCHEMA_UNREADABLE' });
    await writeFile(folder.path('mental-health.graphql'), changed);
    await inForce(log);
    expect(fieldsOf(source.current)).toContain('therapist');
  });

  test('if the file is deleted, and taken over when it is back', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const before = source.current;
    const changed = await edited(folder, 'mental-health.graphql', oldField, newField);
    await rm(folder.path('mental-health.graphql'));
    expect(await refused(log)).toMatchObject({ agency: 'mental-health' });
    expect(source.current).toBe(before);
    await writeFile(folder.path('mental-health.graphql'), changed);
    await inForce(log);
    expect(fieldsOf(source.current)).toContain('therapist');
  });

  test('if supergraph.yaml is broken', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const before = source.current;
    await writeFile(folder.path('supergraph.yaml'), 'subgraphs: [');
    expect(await refused(log)).toMatchObject({ code: 'SUPERGRAPH_UNREADABLE' });
    expect(source.current).toBe(before);
  });
});

describe('a change while the first supergraph is composed', () => {
  test('is not missed', async () => {
    await using folder = await copyOfThreeAgencies();
    const log = recordingLog();
    const changed = await edited(folder, 'mental-health.graphql', oldField, newField);
    const opening = openSupergraph({ file: folder.path('supergraph.yaml'), watch: true, log });
    await pause(100); // the files are read; composing takes longer
    await writeFile(folder.path('mental-health.graphql'), changed);
    const source = await opening;
    await inForce(log);
    expect(fieldsOf(source.current)).toContain('therapist');
    await source.close();
  });
});

describe('supergraph.yaml', () => {
  test('that gains an address is taken over', async () => {
    await using given = await watched();
    const { folder, source, log } = given;
    const text = await edited(
      folder,
      'supergraph.yaml',
      'http://127.0.0.1:1/people',
      'http://127.0.0.1:2/people',
    );
    await writeFile(folder.path('supergraph.yaml'), text);
    await inForce(log);
    expect(source.current.agencies).toContainEqual({ name: 'people', url: 'http://127.0.0.1:2/people' });
  });

  test('that does not compose at the start is an error with every problem', async () => {
    await using folder = await copyOfThreeAgencies();
    await rm(folder.path('people.graphql'));
    const opened = openSupergraph({ file: folder.path('supergraph.yaml'), watch: true, log: recordingLog() });
    await expect(opened).rejects.toBeInstanceOf(CompositionRefused);
  });
});
