import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { AgreementSet, AgreementSource } from '../../../src/authorization/agreements/index.ts';
import { openAgreements } from '../../../src/authorization/agreements/index.ts';
import type { RecordingLog } from '../../fixtures/recording-log.ts';
import { recordingLog } from '../../fixtures/recording-log.ts';
import { catalogue, inFolder, signed, yamlOf } from './agreement-files.ts';

interface Opened {
  readonly source: AgreementSource;
  readonly log: RecordingLog;
  /** Writes a file of the folder. */
  readonly write: (name: string, text: string) => Promise<void>;
  readonly path: (name: string) => string;
}

const ended = yamlOf({ ...signed(), status: 'ended' });
const other = yamlOf(signed({ id: 'b' }));

async function opened(
  files: Readonly<Record<string, string>>,
  work: (opened: Opened) => Promise<void>,
): Promise<void> {
  await inFolder(files, async (folder) => {
    const log = recordingLog();
    const source = await openAgreements({ folder, catalogue, log });
    const path = (name: string) => join(folder, name);
    try {
      await work({ source, log, path, write: (name, text) => writeFile(path(name), text) });
    } finally {
      await source.close();
    }
  });
}

/** When so many agreements are the set in force, after a change. */
function inForce(log: RecordingLog, agreements: number) {
  return log.when(
    ({ message, count }) => message === 'Changed agreements are in force' && count === agreements,
  );
}

function refused(log: RecordingLog) {
  return log.when(({ message }) => message.startsWith('A changed agreement was refused'));
}

function statuses({ agreements }: AgreementSet) {
  return Object.fromEntries(agreements.map(({ id, status }) => [id, status]));
}

describe('a changed agreement', () => {
  test('takes effect', () =>
    opened({ 'a.yaml': yamlOf(signed()), 'b.yaml': other }, async ({ source, log, write }) => {
      const before = source.current();
      await write('a.yaml', ended);
      await inForce(log, 2);
      expect(statuses(source.current())).toEqual({ a: 'ended', b: 'in-force' });
      expect(source.current().digest).not.toBe(before.digest);
    }));

  test('takes effect when an editor puts it in place by a rename', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write, path }) => {
      await write('a.yaml.new', ended);
      await rename(path('a.yaml.new'), path('a.yaml'));
      await inForce(log, 1);
      expect(statuses(source.current())).toEqual({ a: 'ended' });
    }));

  test('takes effect when it is a new one, or when one is removed', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write, path }) => {
      await write('b.yaml', other);
      await inForce(log, 2);
      expect(statuses(source.current())).toEqual({ a: 'in-force', b: 'in-force' });
      await rm(path('a.yaml'));
      await inForce(log, 1);
      expect(statuses(source.current())).toEqual({ b: 'in-force' });
    }));

  test('is told to those who build on it before it is in force', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write }) => {
      const told: unknown[] = [];
      source.onChange(async (next) => {
        told.push([statuses(next), statuses(source.current())]);
      });
      await write('a.yaml', ended);
      await inForce(log, 1);
      expect(told).toEqual([[{ a: 'ended' }, { a: 'in-force' }]]);
    }));

  test('stays out of force if who builds on it cannot follow, and the next one is tried again', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write }) => {
      let isBroken = true;
      source.onChange(async () => {
        if (isBroken) throw new Error('cannot follow');
      });
      await write('a.yaml', ended);
      await log.when(({ message }) => message === 'The changed agreements were not taken over');
      expect(statuses(source.current())).toEqual({ a: 'in-force' });
      isBroken = false;
      await write('b.yaml', other);
      await inForce(log, 2);
      expect(statuses(source.current())).toEqual({ a: 'ended', b: 'in-force' });
    }));
});

describe('a file that is changed for the worse', () => {
  test('is refused with place and remedy, and what was agreed stays', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write }) => {
      const before = source.current();
      await write('a.yaml', `${yamlOf(signed())}colour: red\n`);
      const line = await refused(log);
      expect(line).toMatchObject({
        code: 'AGREEMENTS_UNREADABLE',
        problem: expect.stringContaining('agreement.schema.json'),
        file: expect.stringMatching(/a\.yaml:\d+$/),
      });
      expect(source.current()).toBe(before);
    }));

  test('delays no change of another', () =>
    opened({ 'a.yaml': yamlOf(signed()), 'b.yaml': other }, async ({ source, log, write }) => {
      await write('b.yaml', 'id: [');
      await refused(log);
      await write('a.yaml', ended);
      await inForce(log, 2);
      expect(statuses(source.current())).toEqual({ a: 'ended', b: 'in-force' });
    }));

  test('takes effect when it is repaired', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write }) => {
      await write('a.yaml', yamlOf({ ...signed(), title: 'Changed after it was signed' }));
      expect(await refused(log)).toMatchObject({ code: 'AGREEMENT_NOT_SIGNED' });
      await write('a.yaml', yamlOf(signed({ title: 'Changed and signed' })));
      await inForce(log, 1);
      expect(source.current().agreements).toMatchObject([{ title: 'Changed and signed' }]);
    }));

  test('brings no agreement of its own', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, write }) => {
      await write('b.yaml', yamlOf({ ...signed({ id: 'b' }), signatures: [] }));
      await refused(log);
      expect(statuses(source.current())).toEqual({ a: 'in-force' });
    }));
});

describe('agreements', () => {
  test('are not opened if one is not in order', async () => {
    await expect(opened({ 'a.yaml': 'id: [', 'b.yaml': other }, async () => undefined)).rejects.toMatchObject(
      {
        name: 'AgreementsRefused',
        problems: [{ code: 'AGREEMENTS_UNREADABLE' }],
      },
    );
  });

  test('stay if their folder goes', () =>
    opened({ 'a.yaml': yamlOf(signed()) }, async ({ source, log, path }) => {
      await rm(path('.'), { recursive: true });
      await refused(log);
      expect(statuses(source.current())).toEqual({ a: 'in-force' });
    }));

  test('have one digest whatever the order, layout and place of their files', async () => {
    const digests: string[] = [];
    const see = async ({ source }: Opened) => void digests.push(source.current().digest);
    await opened({ 'a.yaml': yamlOf(signed()), 'b.yaml': other }, see);
    await opened({ 'b.yaml': JSON.stringify(signed({ id: 'b' })), 'a.yml': yamlOf(signed()) }, see);
    await opened({ 'a.yaml': ended, 'b.yaml': other }, see);
    expect(new Set(digests).size).toBe(2);
    expect(digests[0]).toBe(digests[1]);
  });
});
