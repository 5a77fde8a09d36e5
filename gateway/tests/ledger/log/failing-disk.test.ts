import { describe, expect, test } from '@jest/globals';

import type { LedgerLog } from '../../../src/ledger/log/index.ts';
import type { Mood } from './fixtures/fickle-file-system.ts';
import { fickleFileSystem } from './fixtures/fickle-file-system.ts';
import { entries, entry, openTestLog, readAll, testFolder, textsOf, verify } from './fixtures/test-log.ts';

const unavailable = { code: 'LEDGER_UNAVAILABLE' };

async function untilHealthy(log: LedgerLog): Promise<void> {
  while (log.state.kind === 'failed') await new Promise((resolve) => setTimeout(resolve, 5));
}

const failures: readonly (readonly [string, (mood: Mood) => void])[] = [
  ['is full', (mood) => (mood.write = 'full')],
  ['is full in the middle of a write', (mood) => (mood.write = 'partly')],
  ['turns read-only', (mood) => (mood.open = 'read-only')],
  ['fails to synchronize', (mood) => (mood.synchronize = 'failing')],
];

function cure(mood: Mood): void {
  Object.assign(mood, { write: 'well', synchronize: 'well', open: 'well' });
}

describe('when the disk', () => {
  test.each(failures)(
    '%s, everything is refused until it heals, nothing is lost or doubled',
    async (_, break_) => {
      await using folder = await testFolder();
      const { fileSystem, mood } = fickleFileSystem();
      const log = await openTestLog(folder.path, { fileSystem, segmentBytes: 500 });
      const acknowledged = [...entries(0, 7)];
      for (const one of acknowledged) await log.append([one]);
      break_(mood);
      const refused = await Promise.allSettled(entries(100, 5).map(async (one) => log.append([one])));
      expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
      expect(log.state.kind).toBe('failed');
      await expect(log.append([entry(200)])).rejects.toMatchObject(unavailable);
      cure(mood);
      await untilHealthy(log);
      await log.append([entry(7)]);
      expect(await readAll(log)).toEqual(textsOf(entries(0, 8)));
      await log.close();
      expect(await verify(folder.path)).toMatchObject({ records: 8, uncovered: 0, problems: [] });
      const again = await openTestLog(folder.path);
      expect(await readAll(again)).toEqual(textsOf(entries(0, 8)));
      await again.close();
    },
  );

  test.each(failures)('%s while a checkpoint is published, disclosure stops too', async (_, break_) => {
    await using folder = await testFolder();
    const { fileSystem, mood } = fickleFileSystem();
    const log = await openTestLog(folder.path, { fileSystem, checkpointMilliseconds: 5 });
    await log.append([entry(0)]);
    break_(mood);
    while (log.state.kind === 'healthy') {
      await log.append([entry(1)]).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    cure(mood);
    await untilHealthy(log);
    await log.append([entry(2)]);
    await log.close();
    expect(await verify(folder.path)).toMatchObject({ uncovered: 0, problems: [] });
  });

  test('is slow, answers wait for it and share it', async () => {
    await using folder = await testFolder();
    const { fileSystem, mood } = fickleFileSystem();
    const log = await openTestLog(folder.path, { fileSystem });
    mood.synchronizeMilliseconds = 200;
    let isDurable = false;
    const first = log.append([entry(0)]).then(() => (isDurable = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isDurable).toBe(false);
    const rest = entries(1, 500).map(async (one) => log.append([one]));
    await Promise.all([first, ...rest]);
    mood.synchronizeMilliseconds = 0;
    expect(await readAll(log)).toEqual(textsOf(entries(0, 501)));
    await log.close();
  });

  test('fails when the log is opened, it is not opened', async () => {
    await using folder = await testFolder();
    const { fileSystem, mood } = fickleFileSystem();
    mood.open = 'read-only';
    await expect(openTestLog(folder.path, { fileSystem })).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
    cure(mood);
    await (await openTestLog(folder.path, { fileSystem })).close();
  });
});
